// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import java.util.List;

/** The course: eight weeks, twelve lessons. */
final class Lessons {
    static final String COURSE = "c-stat-101";
    static final String COURSE_TITLE = "生活中的统计学 · Statistics for everyday decisions";
    static final String TEACHER = "1";
    static final String TEACHER_NAME = "沈薇";
    static final int WEEKS = 8;
    static final String TEST = "单元测验 · Unit test";
    /** The score with which a test is passed. */
    static final int PASS = 60;
    static final List<String> TITLES = List.of("读懂图表 · Reading a chart", "平均数会骗人 · Averages that mislead",
            "多大才算大 · How spread out is it", "随机是什么样子 · What chance looks like", "抽样 · Samples",
            "误差与区间 · Errors and intervals", "比较两组 · Comparing two groups", "相关与因果 · Correlation and cause",
            "做一个小实验 · A small experiment", "调查问卷 · Asking people", "预测 · Predicting", "把结论讲清楚 · Telling the story");

    private Lessons() {
    }

    static int progress(int done) {
        return done * 100 / TITLES.size();
    }
}
