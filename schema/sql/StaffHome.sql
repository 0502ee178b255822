-- StaffHome, asked as teacher: answered by statement
-- Not by statement for staff; auditsDistrict (as privacy-officer); staff + auditsSchool; signed in (as lecturer) (refused)

-- the whole query, for teacher + staff (as teacher)
-- _l0: Viewer.tasks
-- _r0: Viewer.staff
-- _l1: Staff.currentAssignments
-- _r1: StaffAssignment.school
-- _r2: StaffAssignment.grade
-- _r3: StaffAssignment.schoolClass
-- _l2: Staff.classes
-- _r4: SchoolClass.studentCount
-- _r5: SchoolClass.school
-- _l3: Staff.timetable
with
  _task as materialized (
    select
      tsk.*,
      $1::uuid as person_id,
      coalesce(tsk.due_at, timestamptz '9999-12-31') as urgent_by
    from
      (
        select
          ntc.id,
          ntc.created_at,
          ntc.kind,
          ntc.about_prefix,
          ntc.about_id,
          case ntc.kind
            when $2::text then (
              select rqs.expires_at
              from role_request rqs
              where rqs.id = ntc.about_id
            )
            when $3::text then (
              select ajn.expires_at
              from account_join ajn
              where ajn.id = ntc.about_id
            )
            when $4::text then (
              select sft.starts_at
              from
                signup sgn
                join shift sft on sft.id = sgn.shift_id
              where sgn.id = ntc.about_id
            )
            when $5::text then (
              select sft.starts_at
              from
                signup sgn
                join shift sft on sft.id = sgn.shift_id
              where sgn.id = ntc.about_id
            )
            when $6::text then (
              select sti.expires_at
              from stand_in sti
              where sti.id = ntc.about_id
            )
          end as due_at
        from notice ntc
        where
          (
            ntc.waiting
            and ntc.person_id = $1::uuid
            and (
              (
                ntc.rests_on is null
                or ntc.rests_on && $7::text[]
              )
              and (
                ntc.shown_until is null
                or ntc.shown_until > $8::timestamptz
              )
            )
          )
        union all
        select
          md5($9::text || own.id)::uuid,
          own.since,
          $10::text,
          $11::text,
          own.id,
          own.due
        from
          (
            select
              sft.id,
              min(sgn.signed_up_at) as since,
              sft.starts_at as due
            from
              (
                select coming.*
                from shift coming
                where
                  coming.school_id = any ($12::uuid[] || $13::uuid[])
                  and coming.starts_at > $8::timestamptz
                union all
                select coming.*
                from shift coming
                where
                  coming.school_id is null
                  and coming.district_id = any ($14::uuid[])
                  and coming.starts_at > $8::timestamptz
              ) sft
              join signup sgn on sgn.shift_id = sft.id
              and sgn.status = 'PENDING'
            where
              (
                sft.status = 'SCHEDULED'
                and sgn.person_id is distinct from $1::uuid
                and (
                  (
                    sft.school_id = any ($13::uuid[])
                    and (
                      select act.organiser_id = $15::uuid
                      from volunteer_activity act
                      where act.id = sft.activity_id
                    )
                  )
                  or sft.school_id = any ($12::uuid[])
                  or (
                    sft.school_id is null
                    and sft.district_id = any ($14::uuid[])
                  )
                )
                and (
                  sgn.status not in ('PENDING', 'CONFIRMED')
                  or (
                    (
                      select sft.starts_at <= $8::timestamptz
                      from shift sft
                      where sft.id = sgn.shift_id
                    )
                    or exists (
                      select 1
                      from engagement res
                      where
                        res.source_id = sgn.id
                        and res.kind = 'SHIFT_SIGNUP'
                        and res.status = 'ACTIVE'
                        and (
                          res.rests_on is null
                          or res.rests_on && array(
                            select distinct
                              aky.key
                            from
                              guardianship gsh
                              join class_membership cms on cms.student_id = gsh.student_id
                              and cms.status = 'ACTIVE'
                              join school_class cls on cls.id = cms.school_class_id
                              join grade grd on grd.id = cls.grade_id
                              join school sch on sch.id = cls.school_id
                              join school_year scy on scy.id = cls.school_year_id
                              and $16::date between scy.starts_on and scy.ends_on
                              cross join lateral unnest(
                                array[
                                  'class:' || cls.id,
                                  'school:' || sch.id,
                                  'school:' || sch.id || ':grade:' || grd.id,
                                  'school:' || sch.id || ':stage:' || grd.stage,
                                  'district:' || sch.district_id,
                                  'district:' || sch.district_id || ':grade:' || grd.id,
                                  'district:' || sch.district_id || ':stage:' || grd.stage
                                ]
                              ) as aky (key)
                            where
                              gsh.guardian_id = sgn.guardian_id
                              and gsh.status = 'ACTIVE'
                              and gsh.data_access
                              and gsh.valid_from <= $16::date
                              and (
                                gsh.valid_to is null
                                or gsh.valid_to >= $16::date
                              )
                          )
                        )
                    )
                    or (
                      select
                        exists (
                          select 1
                          from
                            guardianship tie
                            join student stu on stu.id = tie.student_id
                            and stu.left_on is null
                            join school sch on sch.id = stu.school_id
                          where
                            tie.guardian_id = sgn.guardian_id
                            and tie.status = 'ACTIVE'
                            and tie.data_access
                            and tie.valid_from <= $16::date
                            and (
                              tie.valid_to is null
                              or tie.valid_to >= $16::date
                            )
                            and (
                              sch.id = sft.school_id
                              or sft.school_id is null
                              and sch.district_id = sft.district_id
                            )
                            and not exists (
                              select 1
                              from
                                class_membership cms
                                join school_year scy on scy.id = cms.school_year_id
                              where
                                cms.student_id = stu.id
                                and cms.status = 'ACTIVE'
                                and $16::date between scy.starts_on and scy.ends_on
                            )
                        )
                      from shift sft
                      where sft.id = sgn.shift_id
                    )
                  )
                  or exists (
                    select 1
                    from attendance att
                    where
                      att.signup_id = sgn.id
                      and att.checked_in_at is not null
                  )
                )
              )
            group by
              sft.id,
              sft.starts_at
          ) own
      ) tsk
  )
select
  case
    when $17::uuid is null
    or $17::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || 'null' || ',' || (
              '"' || _l0."id"::text || '",' || coalesce('"' || _l0."due_at"::text || '"', 'null') || ',"' || _l0."about_id"::text || '",' || right(json_build_array(_l0."kind", _l0."about_prefix")::text, -1)
            ),
            ','
          ) || ']'
        from
          (
            select _l0.*
            from _task _l0
            where
              (
                _l0."person_id" = $18::uuid
                and _l0.person_id = $1::uuid
                and true
              )
            order by
              _l0."urgent_by" asc,
              _l0."created_at" asc,
              _l0."id" asc
            limit $19::int
          ) _l0
      ),
      'null'
    ) || ',' || coalesce(
      (
        select (count(*)::int)::text
        from _task _l0
        where
          (
            _l0."person_id" = $20::uuid
            and _l0.person_id = $1::uuid
            and true
          )
      ),
      'null'
    ) || ']' || ',' || coalesce(
      (
        select
          '[' || coalesce(
            (
              select
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                      from school _r1
                      where _r1.id = _l1."school_id"
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1)
                      from grade _r2
                      where _r2.id = _l1."grade_id"
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r3."id"::text || '",' || _r3."number"::text || ',' || right(json_build_array(_r3."name")::text, -1)
                      from school_class _r3
                      where
                        (
                          _r3.id = _l1."school_class_id"
                          and _r3.school_id = any ($13::uuid[])
                        )
                    ),
                    'null'
                  ) || ',' || ('"' || _l1."id"::text || '","' || _l1."role"::text || '",' || right(json_build_array(_l1."subject")::text, -1)),
                  ','
                ) || ']'
              from
                (
                  select _l1.*
                  from staff_assignment _l1
                  where
                    (
                      _l1."staff_id" = _r0.id
                      and (
                        _l1.staff_id = $15::uuid
                        or _l1.school_id = any ($13::uuid[])
                      )
                      and _l1.ended_at is null
                      and _l1.valid_from <= $16::date
                      and (
                        _l1.valid_to is null
                        or _l1.valid_to >= $16::date
                      )
                      and true
                    )
                  order by
                    _l1."valid_from" desc,
                    _l1."id" desc
                  limit $21::int
                ) _l1
            ),
            'null'
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select
                        (
                          case
                            when (_l2.id = any ($22::uuid[])) is not true then null
                            else count(*)::int
                          end
                        )::text
                      from class_membership _r4
                      where
                        (
                          _r4."school_class_id" = _l2.id
                          and (
                            _r4.school_class_id = any ($22::uuid[])
                            or exists (
                              select 1
                              from class_membership m
                              where
                                m.student_id = _r4.student_id
                                and m.school_class_id = any ($22::uuid[])
                                and m.status = 'ACTIVE'
                            )
                          )
                          and _r4.status = 'ACTIVE'
                        )
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r5."id"::text || '",' || right(json_build_array(_r5."name")::text, -1)
                      from school _r5
                      where _r5.id = _l2."school_id"
                    ),
                    'null'
                  ) || ',' || ('"' || _l2."id"::text || '",' || _l2."number"::text || ',' || right(json_build_array(_l2."name")::text, -1)),
                  ','
                ) || ']'
              from
                (
                  select _l2.*
                  from school_class _l2
                  where
                    (
                      _l2.id in (
                        select a.school_class_id
                        from staff_assignment a
                        where
                          a.staff_id = _r0.id
                          and a.ended_at is null
                          and a.valid_from <= $16::date
                          and (
                            a.valid_to is null
                            or a.valid_to >= $16::date
                          )
                      )
                      and _l2.school_id = any ($13::uuid[])
                      and true
                    )
                  order by
                    _l2."school_year_id" desc,
                    _l2."grade_id" asc,
                    _l2."number" asc,
                    _l2."id" asc
                  limit $23::int
                ) _l2
            ),
            'null'
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '["' || _l3."id"::text || '","' || _l3."kind"::text || '","' || _l3."starts_at"::text || '","' || _l3."ends_at"::text || '",' || right(json_build_array(_l3."title")::text, -1),
                  ','
                ) || ']'
              from
                (
                  select _l3.*
                  from engagement _l3
                  where
                    (
                      _l3.person_id = _r0.person_id
                      and (
                        (
                          _l3.person_id = $1::uuid
                          and (
                            _l3.rests_on is null
                            or _l3.rests_on && $7::text[]
                          )
                        )
                        or _l3.room_id in (
                          select rm.id
                          from room rm
                          where rm.school_id = any ($13::uuid[])
                        )
                      )
                      and _l3.status = 'ACTIVE'
                      and _l3."starts_at" >= $24
                    )
                  order by
                    _l3."starts_at" asc,
                    _l3."id" asc
                  limit $25::int
                ) _l3
            ),
            case
              when (_r0.id = $15::uuid) is not true then 'false'
              else 'null'
            end
          ) || ',' || (
            '"' || _r0."id"::text || '",' || right(
              json_build_array(
                (
                  select
                    case
                      when (
                        _r0.id = $15::uuid
                        or exists (
                          select 1
                          from staff_assignment asg
                          where
                            asg.staff_id = _r0.id
                            and asg.ended_at is null
                            and (
                              asg.valid_to is null
                              or asg.valid_to >= greatest(asg.valid_from, $16::date)
                            )
                            and asg.school_id = any ($13::uuid[])
                        )
                      ) then json_build_array(p.name, p.phone)
                      else json_build_array(
                        coalesce(
                          (
                            select asg.held_as
                            from staff_assignment asg
                            where
                              asg.staff_id = _r0.id
                              and asg.school_id = any ($13::uuid[])
                            order by
                              asg.valid_to desc nulls first,
                              asg.id desc
                            limit 1
                          ),
                          p.name
                        ),
                        null
                      )
                    end
                  from person p
                  where p.id = _r0.person_id
                ),
                _r0."staff_number"
              )::text,
              -1
            )
          )
        from staff _r0
        where
          (
            _r0.id = $26::uuid
            and (
              _r0.id = $15::uuid
              or exists (
                select 1
                from staff_assignment a
                where
                  a.staff_id = _r0.id
                  and a.school_id = any ($13::uuid[])
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for school + staff + auditsSchool (as school-admin)
-- _l0: Viewer.tasks
-- _r0: Viewer.staff
-- _l1: Staff.currentAssignments
-- _r1: StaffAssignment.school
-- _r2: StaffAssignment.grade
-- _r3: StaffAssignment.schoolClass
-- _l2: Staff.classes
-- _r4: SchoolClass.studentCount
-- _r5: SchoolClass.school
-- _l3: Staff.timetable
with
  _task as materialized (
    select
      tsk.*,
      $1::uuid as person_id,
      coalesce(tsk.due_at, timestamptz '9999-12-31') as urgent_by
    from
      (
        select
          ntc.id,
          ntc.created_at,
          ntc.kind,
          ntc.about_prefix,
          ntc.about_id,
          case ntc.kind
            when $2::text then (
              select rqs.expires_at
              from role_request rqs
              where rqs.id = ntc.about_id
            )
            when $3::text then (
              select ajn.expires_at
              from account_join ajn
              where ajn.id = ntc.about_id
            )
            when $4::text then (
              select sft.starts_at
              from
                signup sgn
                join shift sft on sft.id = sgn.shift_id
              where sgn.id = ntc.about_id
            )
            when $5::text then (
              select sft.starts_at
              from
                signup sgn
                join shift sft on sft.id = sgn.shift_id
              where sgn.id = ntc.about_id
            )
            when $6::text then (
              select sti.expires_at
              from stand_in sti
              where sti.id = ntc.about_id
            )
          end as due_at
        from notice ntc
        where
          (
            ntc.waiting
            and ntc.person_id = $1::uuid
            and (
              (
                ntc.rests_on is null
                or ntc.rests_on && $7::text[]
              )
              and (
                ntc.shown_until is null
                or ntc.shown_until > $8::timestamptz
              )
            )
          )
        union all
        select
          md5($9::text || own.id)::uuid,
          own.since,
          $10::text,
          $11::text,
          own.id,
          own.due
        from
          (
            select
              sft.id,
              min(sgn.signed_up_at) as since,
              sft.starts_at as due
            from
              (
                select coming.*
                from shift coming
                where
                  coming.school_id = any ($12::uuid[] || $13::uuid[])
                  and coming.starts_at > $8::timestamptz
                union all
                select coming.*
                from shift coming
                where
                  coming.school_id is null
                  and coming.district_id = any ($14::uuid[])
                  and coming.starts_at > $8::timestamptz
              ) sft
              join signup sgn on sgn.shift_id = sft.id
              and sgn.status = 'PENDING'
            where
              (
                sft.status = 'SCHEDULED'
                and sgn.person_id is distinct from $1::uuid
                and (
                  (
                    sft.school_id = any ($13::uuid[])
                    and (
                      select act.organiser_id = $15::uuid
                      from volunteer_activity act
                      where act.id = sft.activity_id
                    )
                  )
                  or sft.school_id = any ($12::uuid[])
                  or (
                    sft.school_id is null
                    and sft.district_id = any ($14::uuid[])
                  )
                )
                and (
                  sgn.status not in ('PENDING', 'CONFIRMED')
                  or (
                    (
                      select sft.starts_at <= $8::timestamptz
                      from shift sft
                      where sft.id = sgn.shift_id
                    )
                    or exists (
                      select 1
                      from engagement res
                      where
                        res.source_id = sgn.id
                        and res.kind = 'SHIFT_SIGNUP'
                        and res.status = 'ACTIVE'
                        and (
                          res.rests_on is null
                          or res.rests_on && array(
                            select distinct
                              aky.key
                            from
                              guardianship gsh
                              join class_membership cms on cms.student_id = gsh.student_id
                              and cms.status = 'ACTIVE'
                              join school_class cls on cls.id = cms.school_class_id
                              join grade grd on grd.id = cls.grade_id
                              join school sch on sch.id = cls.school_id
                              join school_year scy on scy.id = cls.school_year_id
                              and $16::date between scy.starts_on and scy.ends_on
                              cross join lateral unnest(
                                array[
                                  'class:' || cls.id,
                                  'school:' || sch.id,
                                  'school:' || sch.id || ':grade:' || grd.id,
                                  'school:' || sch.id || ':stage:' || grd.stage,
                                  'district:' || sch.district_id,
                                  'district:' || sch.district_id || ':grade:' || grd.id,
                                  'district:' || sch.district_id || ':stage:' || grd.stage
                                ]
                              ) as aky (key)
                            where
                              gsh.guardian_id = sgn.guardian_id
                              and gsh.status = 'ACTIVE'
                              and gsh.data_access
                              and gsh.valid_from <= $16::date
                              and (
                                gsh.valid_to is null
                                or gsh.valid_to >= $16::date
                              )
                          )
                        )
                    )
                    or (
                      select
                        exists (
                          select 1
                          from
                            guardianship tie
                            join student stu on stu.id = tie.student_id
                            and stu.left_on is null
                            join school sch on sch.id = stu.school_id
                          where
                            tie.guardian_id = sgn.guardian_id
                            and tie.status = 'ACTIVE'
                            and tie.data_access
                            and tie.valid_from <= $16::date
                            and (
                              tie.valid_to is null
                              or tie.valid_to >= $16::date
                            )
                            and (
                              sch.id = sft.school_id
                              or sft.school_id is null
                              and sch.district_id = sft.district_id
                            )
                            and not exists (
                              select 1
                              from
                                class_membership cms
                                join school_year scy on scy.id = cms.school_year_id
                              where
                                cms.student_id = stu.id
                                and cms.status = 'ACTIVE'
                                and $16::date between scy.starts_on and scy.ends_on
                            )
                        )
                      from shift sft
                      where sft.id = sgn.shift_id
                    )
                  )
                  or exists (
                    select 1
                    from attendance att
                    where
                      att.signup_id = sgn.id
                      and att.checked_in_at is not null
                  )
                )
              )
            group by
              sft.id,
              sft.starts_at
          ) own
      ) tsk
  )
select
  case
    when $17::uuid is null
    or $17::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || 'null' || ',' || (
              '"' || _l0."id"::text || '",' || coalesce('"' || _l0."due_at"::text || '"', 'null') || ',"' || _l0."about_id"::text || '",' || right(json_build_array(_l0."kind", _l0."about_prefix")::text, -1)
            ),
            ','
          ) || ']'
        from
          (
            select _l0.*
            from _task _l0
            where
              (
                _l0."person_id" = $18::uuid
                and _l0.person_id = $1::uuid
                and true
              )
            order by
              _l0."urgent_by" asc,
              _l0."created_at" asc,
              _l0."id" asc
            limit $19::int
          ) _l0
      ),
      'null'
    ) || ',' || coalesce(
      (
        select (count(*)::int)::text
        from _task _l0
        where
          (
            _l0."person_id" = $20::uuid
            and _l0.person_id = $1::uuid
            and true
          )
      ),
      'null'
    ) || ']' || ',' || coalesce(
      (
        select
          '[' || coalesce(
            (
              select
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                      from school _r1
                      where _r1.id = _l1."school_id"
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1)
                      from grade _r2
                      where _r2.id = _l1."grade_id"
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r3."id"::text || '",' || _r3."number"::text || ',' || right(json_build_array(_r3."name")::text, -1)
                      from school_class _r3
                      where
                        (
                          _r3.id = _l1."school_class_id"
                          and _r3.school_id = any ($13::uuid[])
                        )
                    ),
                    'null'
                  ) || ',' || ('"' || _l1."id"::text || '","' || _l1."role"::text || '",' || right(json_build_array(_l1."subject")::text, -1)),
                  ','
                ) || ']'
              from
                (
                  select _l1.*
                  from staff_assignment _l1
                  where
                    (
                      _l1."staff_id" = _r0.id
                      and (
                        _l1.staff_id = $15::uuid
                        or _l1.school_id = any ($13::uuid[])
                      )
                      and _l1.ended_at is null
                      and _l1.valid_from <= $16::date
                      and (
                        _l1.valid_to is null
                        or _l1.valid_to >= $16::date
                      )
                      and true
                    )
                  order by
                    _l1."valid_from" desc,
                    _l1."id" desc
                  limit $21::int
                ) _l1
            ),
            'null'
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select
                        (
                          case
                            when (_l2.school_id = any ($12::uuid[])) is not true then null
                            else count(*)::int
                          end
                        )::text
                      from class_membership _r4
                      where
                        (
                          _r4."school_class_id" = _l2.id
                          and (
                            _r4.student_id in (
                              select s.id
                              from student s
                              where s.school_id = any ($12::uuid[])
                            )
                            or _l2.school_id = any ($12::uuid[])
                          )
                          and _r4.status = 'ACTIVE'
                        )
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r5."id"::text || '",' || right(json_build_array(_r5."name")::text, -1)
                      from school _r5
                      where _r5.id = _l2."school_id"
                    ),
                    'null'
                  ) || ',' || ('"' || _l2."id"::text || '",' || _l2."number"::text || ',' || right(json_build_array(_l2."name")::text, -1)),
                  ','
                ) || ']'
              from
                (
                  select _l2.*
                  from school_class _l2
                  where
                    (
                      _l2.id in (
                        select a.school_class_id
                        from staff_assignment a
                        where
                          a.staff_id = _r0.id
                          and a.ended_at is null
                          and a.valid_from <= $16::date
                          and (
                            a.valid_to is null
                            or a.valid_to >= $16::date
                          )
                      )
                      and _l2.school_id = any ($13::uuid[])
                      and true
                    )
                  order by
                    _l2."school_year_id" desc,
                    _l2."grade_id" asc,
                    _l2."number" asc,
                    _l2."id" asc
                  limit $22::int
                ) _l2
            ),
            'null'
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '["' || _l3."id"::text || '","' || _l3."kind"::text || '","' || _l3."starts_at"::text || '","' || _l3."ends_at"::text || '",' || right(json_build_array(_l3."title")::text, -1),
                  ','
                ) || ']'
              from
                (
                  select _l3.*
                  from engagement _l3
                  where
                    (
                      _l3.person_id = _r0.person_id
                      and (
                        (
                          _l3.person_id = $1::uuid
                          and (
                            _l3.rests_on is null
                            or _l3.rests_on && $7::text[]
                          )
                        )
                        or _l3.room_id in (
                          select rm.id
                          from room rm
                          where rm.school_id = any ($13::uuid[])
                        )
                      )
                      and _l3.status = 'ACTIVE'
                      and _l3."starts_at" >= $23
                    )
                  order by
                    _l3."starts_at" asc,
                    _l3."id" asc
                  limit $24::int
                ) _l3
            ),
            case
              when (_r0.id = $15::uuid) is not true then 'false'
              else 'null'
            end
          ) || ',' || (
            '"' || _r0."id"::text || '",' || right(
              json_build_array(
                (
                  select
                    case
                      when (
                        _r0.id = $15::uuid
                        or exists (
                          select 1
                          from staff_assignment asg
                          where
                            asg.staff_id = _r0.id
                            and asg.ended_at is null
                            and (
                              asg.valid_to is null
                              or asg.valid_to >= greatest(asg.valid_from, $16::date)
                            )
                            and asg.school_id = any ($13::uuid[])
                        )
                      ) then json_build_array(p.name, p.phone)
                      else json_build_array(
                        coalesce(
                          (
                            select asg.held_as
                            from staff_assignment asg
                            where
                              asg.staff_id = _r0.id
                              and asg.school_id = any ($13::uuid[])
                            order by
                              asg.valid_to desc nulls first,
                              asg.id desc
                            limit 1
                          ),
                          p.name
                        ),
                        null
                      )
                    end
                  from person p
                  where p.id = _r0.person_id
                ),
                _r0."staff_number"
              )::text,
              -1
            )
          )
        from staff _r0
        where
          (
            _r0.id = $25::uuid
            and (
              _r0.id = $15::uuid
              or exists (
                select 1
                from staff_assignment a
                where
                  a.staff_id = _r0.id
                  and a.school_id = any ($13::uuid[])
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for district + auditsDistrict (as district-admin)
-- _l0: Viewer.tasks
-- _r0: Viewer.staff
-- _l1: Staff.currentAssignments
-- _r1: StaffAssignment.school
-- _r2: StaffAssignment.grade
-- _r3: StaffAssignment.schoolClass
-- _l2: Staff.classes
-- _r4: SchoolClass.studentCount
-- _r5: SchoolClass.school
-- _l3: Staff.timetable
with
  _task as materialized (
    select
      tsk.*,
      $1::uuid as person_id,
      coalesce(tsk.due_at, timestamptz '9999-12-31') as urgent_by
    from
      (
        select
          ntc.id,
          ntc.created_at,
          ntc.kind,
          ntc.about_prefix,
          ntc.about_id,
          case ntc.kind
            when $2::text then (
              select rqs.expires_at
              from role_request rqs
              where rqs.id = ntc.about_id
            )
            when $3::text then (
              select ajn.expires_at
              from account_join ajn
              where ajn.id = ntc.about_id
            )
            when $4::text then (
              select sft.starts_at
              from
                signup sgn
                join shift sft on sft.id = sgn.shift_id
              where sgn.id = ntc.about_id
            )
            when $5::text then (
              select sft.starts_at
              from
                signup sgn
                join shift sft on sft.id = sgn.shift_id
              where sgn.id = ntc.about_id
            )
            when $6::text then (
              select sti.expires_at
              from stand_in sti
              where sti.id = ntc.about_id
            )
          end as due_at
        from notice ntc
        where
          (
            ntc.waiting
            and ntc.person_id = $1::uuid
            and (
              (
                ntc.rests_on is null
                or ntc.rests_on && $7::text[]
              )
              and (
                ntc.shown_until is null
                or ntc.shown_until > $8::timestamptz
              )
            )
          )
        union all
        select
          md5($9::text || own.id)::uuid,
          own.since,
          $10::text,
          $11::text,
          own.id,
          own.due
        from
          (
            select
              sft.id,
              min(sgn.signed_up_at) as since,
              sft.starts_at as due
            from
              (
                select coming.*
                from shift coming
                where
                  coming.school_id = any ($12::uuid[] || $13::uuid[])
                  and coming.starts_at > $8::timestamptz
                union all
                select coming.*
                from shift coming
                where
                  coming.school_id is null
                  and coming.district_id = any ($14::uuid[])
                  and coming.starts_at > $8::timestamptz
              ) sft
              join signup sgn on sgn.shift_id = sft.id
              and sgn.status = 'PENDING'
            where
              (
                sft.status = 'SCHEDULED'
                and sgn.person_id is distinct from $1::uuid
                and (
                  (
                    sft.school_id = any ($13::uuid[])
                    and (
                      select act.organiser_id = $15::uuid
                      from volunteer_activity act
                      where act.id = sft.activity_id
                    )
                  )
                  or sft.school_id = any ($12::uuid[])
                  or (
                    sft.school_id is null
                    and sft.district_id = any ($14::uuid[])
                  )
                )
                and (
                  sgn.status not in ('PENDING', 'CONFIRMED')
                  or (
                    (
                      select sft.starts_at <= $8::timestamptz
                      from shift sft
                      where sft.id = sgn.shift_id
                    )
                    or exists (
                      select 1
                      from engagement res
                      where
                        res.source_id = sgn.id
                        and res.kind = 'SHIFT_SIGNUP'
                        and res.status = 'ACTIVE'
                        and (
                          res.rests_on is null
                          or res.rests_on && array(
                            select distinct
                              aky.key
                            from
                              guardianship gsh
                              join class_membership cms on cms.student_id = gsh.student_id
                              and cms.status = 'ACTIVE'
                              join school_class cls on cls.id = cms.school_class_id
                              join grade grd on grd.id = cls.grade_id
                              join school sch on sch.id = cls.school_id
                              join school_year scy on scy.id = cls.school_year_id
                              and $16::date between scy.starts_on and scy.ends_on
                              cross join lateral unnest(
                                array[
                                  'class:' || cls.id,
                                  'school:' || sch.id,
                                  'school:' || sch.id || ':grade:' || grd.id,
                                  'school:' || sch.id || ':stage:' || grd.stage,
                                  'district:' || sch.district_id,
                                  'district:' || sch.district_id || ':grade:' || grd.id,
                                  'district:' || sch.district_id || ':stage:' || grd.stage
                                ]
                              ) as aky (key)
                            where
                              gsh.guardian_id = sgn.guardian_id
                              and gsh.status = 'ACTIVE'
                              and gsh.data_access
                              and gsh.valid_from <= $16::date
                              and (
                                gsh.valid_to is null
                                or gsh.valid_to >= $16::date
                              )
                          )
                        )
                    )
                    or (
                      select
                        exists (
                          select 1
                          from
                            guardianship tie
                            join student stu on stu.id = tie.student_id
                            and stu.left_on is null
                            join school sch on sch.id = stu.school_id
                          where
                            tie.guardian_id = sgn.guardian_id
                            and tie.status = 'ACTIVE'
                            and tie.data_access
                            and tie.valid_from <= $16::date
                            and (
                              tie.valid_to is null
                              or tie.valid_to >= $16::date
                            )
                            and (
                              sch.id = sft.school_id
                              or sft.school_id is null
                              and sch.district_id = sft.district_id
                            )
                            and not exists (
                              select 1
                              from
                                class_membership cms
                                join school_year scy on scy.id = cms.school_year_id
                              where
                                cms.student_id = stu.id
                                and cms.status = 'ACTIVE'
                                and $16::date between scy.starts_on and scy.ends_on
                            )
                        )
                      from shift sft
                      where sft.id = sgn.shift_id
                    )
                  )
                  or exists (
                    select 1
                    from attendance att
                    where
                      att.signup_id = sgn.id
                      and att.checked_in_at is not null
                  )
                )
              )
            group by
              sft.id,
              sft.starts_at
          ) own
      ) tsk
  )
select
  case
    when $17::uuid is null
    or $17::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || 'null' || ',' || (
              '"' || _l0."id"::text || '",' || coalesce('"' || _l0."due_at"::text || '"', 'null') || ',"' || _l0."about_id"::text || '",' || right(json_build_array(_l0."kind", _l0."about_prefix")::text, -1)
            ),
            ','
          ) || ']'
        from
          (
            select _l0.*
            from _task _l0
            where
              (
                _l0."person_id" = $18::uuid
                and _l0.person_id = $1::uuid
                and true
              )
            order by
              _l0."urgent_by" asc,
              _l0."created_at" asc,
              _l0."id" asc
            limit $19::int
          ) _l0
      ),
      'null'
    ) || ',' || coalesce(
      (
        select (count(*)::int)::text
        from _task _l0
        where
          (
            _l0."person_id" = $20::uuid
            and _l0.person_id = $1::uuid
            and true
          )
      ),
      'null'
    ) || ']' || ',' || coalesce(
      (
        select
          '[' || coalesce(
            (
              select
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                      from school _r1
                      where _r1.id = _l1."school_id"
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1)
                      from grade _r2
                      where _r2.id = _l1."grade_id"
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r3."id"::text || '",' || _r3."number"::text || ',' || right(json_build_array(_r3."name")::text, -1)
                      from school_class _r3
                      where
                        (
                          _r3.id = _l1."school_class_id"
                          and _r3.school_id in (
                            select s.id
                            from school s
                            where s.district_id = any ($14::uuid[])
                          )
                        )
                    ),
                    'null'
                  ) || ',' || ('"' || _l1."id"::text || '","' || _l1."role"::text || '",' || right(json_build_array(_l1."subject")::text, -1)),
                  ','
                ) || ']'
              from
                (
                  select _l1.*
                  from staff_assignment _l1
                  where
                    (
                      _l1."staff_id" = _r0.id
                      and (
                        _l1.staff_id = $15::uuid
                        or _l1.district_id = any ($14::uuid[])
                      )
                      and _l1.ended_at is null
                      and _l1.valid_from <= $16::date
                      and (
                        _l1.valid_to is null
                        or _l1.valid_to >= $16::date
                      )
                      and true
                    )
                  order by
                    _l1."valid_from" desc,
                    _l1."id" desc
                  limit $21::int
                ) _l1
            ),
            'null'
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select
                        (
                          case
                            when (
                              (
                                _l2.school_id in (
                                  select s.id
                                  from school s
                                  where s.district_id = any ($14::uuid[])
                                )
                                or _l2.school_id in (
                                  select s.id
                                  from school s
                                  where s.district_id = any ($14::uuid[])
                                )
                              )
                            ) is not true then null
                            else count(*)::int
                          end
                        )::text
                      from class_membership _r4
                      where
                        (
                          _r4."school_class_id" = _l2.id
                          and _l2.school_id in (
                            select s.id
                            from school s
                            where s.district_id = any ($14::uuid[])
                          )
                          and _r4.status = 'ACTIVE'
                        )
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r5."id"::text || '",' || right(json_build_array(_r5."name")::text, -1)
                      from school _r5
                      where _r5.id = _l2."school_id"
                    ),
                    'null'
                  ) || ',' || ('"' || _l2."id"::text || '",' || _l2."number"::text || ',' || right(json_build_array(_l2."name")::text, -1)),
                  ','
                ) || ']'
              from
                (
                  select _l2.*
                  from school_class _l2
                  where
                    (
                      _l2.id in (
                        select a.school_class_id
                        from staff_assignment a
                        where
                          a.staff_id = _r0.id
                          and a.ended_at is null
                          and a.valid_from <= $16::date
                          and (
                            a.valid_to is null
                            or a.valid_to >= $16::date
                          )
                      )
                      and _l2.school_id in (
                        select s.id
                        from school s
                        where s.district_id = any ($14::uuid[])
                      )
                      and true
                    )
                  order by
                    _l2."school_year_id" desc,
                    _l2."grade_id" asc,
                    _l2."number" asc,
                    _l2."id" asc
                  limit $22::int
                ) _l2
            ),
            'null'
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '["' || _l3."id"::text || '","' || _l3."kind"::text || '","' || _l3."starts_at"::text || '","' || _l3."ends_at"::text || '",' || right(json_build_array(_l3."title")::text, -1),
                  ','
                ) || ']'
              from
                (
                  select _l3.*
                  from engagement _l3
                  where
                    (
                      _l3.person_id = _r0.person_id
                      and (
                        (
                          _l3.person_id = $1::uuid
                          and (
                            _l3.rests_on is null
                            or _l3.rests_on && $7::text[]
                          )
                        )
                        or _l3.room_id in (
                          select rm.id
                          from room rm
                          where
                            rm.school_id in (
                              select s.id
                              from school s
                              where s.district_id = any ($14::uuid[])
                            )
                        )
                      )
                      and _l3.status = 'ACTIVE'
                      and _l3."starts_at" >= $23
                    )
                  order by
                    _l3."starts_at" asc,
                    _l3."id" asc
                  limit $24::int
                ) _l3
            ),
            case
              when (_r0.id = $15::uuid) is not true then 'false'
              else 'null'
            end
          ) || ',' || (
            '"' || _r0."id"::text || '",' || right(
              json_build_array(
                (
                  select
                    case
                      when (
                        _r0.id = $15::uuid
                        or exists (
                          select 1
                          from staff_assignment asg
                          where
                            asg.staff_id = _r0.id
                            and asg.ended_at is null
                            and (
                              asg.valid_to is null
                              or asg.valid_to >= greatest(asg.valid_from, $16::date)
                            )
                            and asg.district_id = any ($14::uuid[])
                        )
                      ) then json_build_array(p.name, p.phone)
                      else json_build_array(
                        coalesce(
                          (
                            select asg.held_as
                            from staff_assignment asg
                            where
                              asg.staff_id = _r0.id
                              and asg.district_id = any ($14::uuid[])
                            order by
                              asg.valid_to desc nulls first,
                              asg.id desc
                            limit 1
                          ),
                          p.name
                        ),
                        null
                      )
                    end
                  from person p
                  where p.id = _r0.person_id
                ),
                _r0."staff_number"
              )::text,
              -1
            )
          )
        from staff _r0
        where
          (
            _r0.id = $25::uuid
            and (
              _r0.id = $15::uuid
              or exists (
                select 1
                from staff_assignment a
                where
                  a.staff_id = _r0.id
                  and a.district_id = any ($14::uuid[])
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _l0: Viewer.tasks
-- _r0: Viewer.staff
-- _l1: Staff.currentAssignments
-- _r1: StaffAssignment.school
-- _r2: StaffAssignment.grade
-- _r3: StaffAssignment.schoolClass
-- _l2: Staff.classes
-- _r4: SchoolClass.studentCount
-- _r5: SchoolClass.school
-- _l3: Staff.timetable
with
  _task as materialized (
    select
      tsk.*,
      $1::uuid as person_id,
      coalesce(tsk.due_at, timestamptz '9999-12-31') as urgent_by
    from
      (
        select
          ntc.id,
          ntc.created_at,
          ntc.kind,
          ntc.about_prefix,
          ntc.about_id,
          case ntc.kind
            when $2::text then (
              select rqs.expires_at
              from role_request rqs
              where rqs.id = ntc.about_id
            )
            when $3::text then (
              select ajn.expires_at
              from account_join ajn
              where ajn.id = ntc.about_id
            )
            when $4::text then (
              select sft.starts_at
              from
                signup sgn
                join shift sft on sft.id = sgn.shift_id
              where sgn.id = ntc.about_id
            )
            when $5::text then (
              select sft.starts_at
              from
                signup sgn
                join shift sft on sft.id = sgn.shift_id
              where sgn.id = ntc.about_id
            )
            when $6::text then (
              select sti.expires_at
              from stand_in sti
              where sti.id = ntc.about_id
            )
          end as due_at
        from notice ntc
        where
          (
            ntc.waiting
            and ntc.person_id = $1::uuid
            and (
              (
                ntc.rests_on is null
                or ntc.rests_on && $7::text[]
              )
              and (
                ntc.shown_until is null
                or ntc.shown_until > $8::timestamptz
              )
            )
          )
        union all
        select
          md5($9::text || own.id)::uuid,
          own.since,
          $10::text,
          $11::text,
          own.id,
          own.due
        from
          (
            select
              wle.id,
              wle.offered_at as since,
              wle.offer_expires_at as due
            from waitlist_entry wle
            where
              (
                wle.guardian_id = $12::uuid
                and wle.status = 'OFFERED'
                and wle.offer_expires_at > $8::timestamptz
                and (
                  wle.guardian_id = $12::uuid
                  and (
                    (
                      select
                        (
                          select
                            exists (
                              select 1
                              from audience_target t
                              where
                                t.audience_id = act.audience_id
                                and t.key = any ($13::text[])
                            )
                          from volunteer_activity act
                          where act.id = sft.activity_id
                        )
                      from shift sft
                      where sft.id = wle.shift_id
                    )
                    or (
                      wle.status not in ('WAITING', 'OFFERED')
                      and (
                        select
                          (
                            sft.school_id = any ($14::uuid[])
                            or (
                              sft.school_id is null
                              and sft.district_id = any ($15::uuid[])
                            )
                          )
                        from shift sft
                        where sft.id = wle.shift_id
                      )
                    )
                    or (
                      select sft.starts_at <= $8::timestamptz
                      from shift sft
                      where sft.id = wle.shift_id
                    )
                  )
                )
              )
          ) own
        union all
        select
          md5($16::text || own.id)::uuid,
          own.since,
          $17::text,
          $18::text,
          own.id,
          own.due
        from
          (
            select
              sgn.id,
              coalesce(
                (
                  select max(ntc.created_at)
                  from notice ntc
                  where
                    ntc.person_id = sgn.person_id
                    and ntc.about_id = sgn.shift_id
                    and ntc.kind = 'volunteering.shift-moved'
                    and ntc.rests_on is distinct from '{}'
                ),
                sgn.signed_up_at
              ) as since,
              sgn.reconfirm_until as due
            from signup sgn
            where
              (
                sgn.guardian_id = $12::uuid
                and sgn.reconfirm_until > $8::timestamptz
                and sgn.status in ('PENDING', 'CONFIRMED')
                and (
                  sgn.guardian_id = $12::uuid
                  and (
                    sgn.status in ('CANCELLED', 'REJECTED')
                    or exists (
                      select 1
                      from engagement res
                      where
                        res.source_id = sgn.id
                        and res.kind = 'SHIFT_SIGNUP'
                        and res.status = 'ACTIVE'
                        and (
                          res.rests_on is null
                          or res.rests_on && $13::text[]
                        )
                    )
                    or (
                      select sft.starts_at <= $8::timestamptz
                      from shift sft
                      where sft.id = sgn.shift_id
                    )
                  )
                )
              )
          ) own
        union all
        select
          md5($19::text || own.id)::uuid,
          own.since,
          $20::text,
          $21::text,
          own.id,
          own.due
        from
          (
            select
              sti.id,
              sti.offered_at as since,
              sti.expires_at as due
            from stand_in sti
            where
              (
                sti.to_id = $12::uuid
                and sti.status = 'OFFERED'
                and sti.expires_at > $8::timestamptz
                and (
                  (
                    sti.to_id = $12::uuid
                    and (
                      (
                        select
                          (
                            select
                              exists (
                                select 1
                                from audience_target t
                                where
                                  t.audience_id = act.audience_id
                                  and t.key = any ($13::text[])
                              )
                            from volunteer_activity act
                            where act.id = sft.activity_id
                          )
                        from shift sft
                        where sft.id = sti.shift_id
                      )
                      or (
                        sti.status not in ('OFFERED', 'PENDING')
                        and (
                          select
                            (
                              sft.school_id = any ($14::uuid[])
                              or (
                                sft.school_id is null
                                and sft.district_id = any ($15::uuid[])
                              )
                            )
                          from shift sft
                          where sft.id = sti.shift_id
                        )
                      )
                      or (
                        select sft.starts_at <= $8::timestamptz
                        from shift sft
                        where sft.id = sti.shift_id
                      )
                    )
                  )
                  or (
                    (
                      select sgn.guardian_id = $12::uuid
                      from signup sgn
                      where sgn.id = sti.signup_id
                    )
                    and (
                      exists (
                        select 1
                        from engagement res
                        where
                          res.source_id = sti.signup_id
                          and res.kind = 'SHIFT_SIGNUP'
                          and res.status = 'ACTIVE'
                          and (
                            res.rests_on is null
                            or res.rests_on && $13::text[]
                          )
                      )
                      or (
                        (
                          select
                            (
                              select
                                exists (
                                  select 1
                                  from audience_target t
                                  where
                                    t.audience_id = act.audience_id
                                    and t.key = any ($13::text[])
                                )
                              from volunteer_activity act
                              where act.id = sft.activity_id
                            )
                          from shift sft
                          where sft.id = sti.shift_id
                        )
                        or (
                          sti.status not in ('OFFERED', 'PENDING')
                          and (
                            select
                              (
                                sft.school_id = any ($14::uuid[])
                                or (
                                  sft.school_id is null
                                  and sft.district_id = any ($15::uuid[])
                                )
                              )
                            from shift sft
                            where sft.id = sti.shift_id
                          )
                        )
                        or (
                          select sft.starts_at <= $8::timestamptz
                          from shift sft
                          where sft.id = sti.shift_id
                        )
                      )
                    )
                  )
                )
              )
          ) own
        union all
        select
          md5($22::text || own.id)::uuid,
          own.since,
          $23::text,
          $24::text,
          own.id,
          own.due
        from
          (
            select
              sft.id,
              min(sgn.signed_up_at) as since,
              sft.starts_at as due
            from
              (
                select coming.*
                from shift coming
                where
                  coming.school_id = any ($25::uuid[] || $26::uuid[])
                  and coming.starts_at > $8::timestamptz
                union all
                select coming.*
                from shift coming
                where
                  coming.school_id is null
                  and coming.district_id = any ($27::uuid[])
                  and coming.starts_at > $8::timestamptz
              ) sft
              join signup sgn on sgn.shift_id = sft.id
              and sgn.status = 'PENDING'
            where
              (
                sft.status = 'SCHEDULED'
                and sgn.person_id is distinct from $1::uuid
                and (
                  (
                    sft.school_id = any ($26::uuid[])
                    and (
                      select act.organiser_id = $28::uuid
                      from volunteer_activity act
                      where act.id = sft.activity_id
                    )
                  )
                  or sft.school_id = any ($25::uuid[])
                  or (
                    sft.school_id is null
                    and sft.district_id = any ($27::uuid[])
                  )
                )
                and (
                  sgn.status not in ('PENDING', 'CONFIRMED')
                  or (
                    (
                      select sft.starts_at <= $8::timestamptz
                      from shift sft
                      where sft.id = sgn.shift_id
                    )
                    or exists (
                      select 1
                      from engagement res
                      where
                        res.source_id = sgn.id
                        and res.kind = 'SHIFT_SIGNUP'
                        and res.status = 'ACTIVE'
                        and (
                          res.rests_on is null
                          or res.rests_on && array(
                            select distinct
                              aky.key
                            from
                              guardianship gsh
                              join class_membership cms on cms.student_id = gsh.student_id
                              and cms.status = 'ACTIVE'
                              join school_class cls on cls.id = cms.school_class_id
                              join grade grd on grd.id = cls.grade_id
                              join school sch on sch.id = cls.school_id
                              join school_year scy on scy.id = cls.school_year_id
                              and $29::date between scy.starts_on and scy.ends_on
                              cross join lateral unnest(
                                array[
                                  'class:' || cls.id,
                                  'school:' || sch.id,
                                  'school:' || sch.id || ':grade:' || grd.id,
                                  'school:' || sch.id || ':stage:' || grd.stage,
                                  'district:' || sch.district_id,
                                  'district:' || sch.district_id || ':grade:' || grd.id,
                                  'district:' || sch.district_id || ':stage:' || grd.stage
                                ]
                              ) as aky (key)
                            where
                              gsh.guardian_id = sgn.guardian_id
                              and gsh.status = 'ACTIVE'
                              and gsh.data_access
                              and gsh.valid_from <= $29::date
                              and (
                                gsh.valid_to is null
                                or gsh.valid_to >= $29::date
                              )
                          )
                        )
                    )
                    or (
                      select
                        exists (
                          select 1
                          from
                            guardianship tie
                            join student stu on stu.id = tie.student_id
                            and stu.left_on is null
                            join school sch on sch.id = stu.school_id
                          where
                            tie.guardian_id = sgn.guardian_id
                            and tie.status = 'ACTIVE'
                            and tie.data_access
                            and tie.valid_from <= $29::date
                            and (
                              tie.valid_to is null
                              or tie.valid_to >= $29::date
                            )
                            and (
                              sch.id = sft.school_id
                              or sft.school_id is null
                              and sch.district_id = sft.district_id
                            )
                            and not exists (
                              select 1
                              from
                                class_membership cms
                                join school_year scy on scy.id = cms.school_year_id
                              where
                                cms.student_id = stu.id
                                and cms.status = 'ACTIVE'
                                and $29::date between scy.starts_on and scy.ends_on
                            )
                        )
                      from shift sft
                      where sft.id = sgn.shift_id
                    )
                  )
                  or exists (
                    select 1
                    from attendance att
                    where
                      att.signup_id = sgn.id
                      and att.checked_in_at is not null
                  )
                )
              )
            group by
              sft.id,
              sft.starts_at
          ) own
      ) tsk
  )
select
  case
    when $30::uuid is null
    or $30::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || 'null' || ',' || (
              '"' || _l0."id"::text || '",' || coalesce('"' || _l0."due_at"::text || '"', 'null') || ',"' || _l0."about_id"::text || '",' || right(json_build_array(_l0."kind", _l0."about_prefix")::text, -1)
            ),
            ','
          ) || ']'
        from
          (
            select _l0.*
            from _task _l0
            where
              (
                _l0."person_id" = $31::uuid
                and _l0.person_id = $1::uuid
                and true
              )
            order by
              _l0."urgent_by" asc,
              _l0."created_at" asc,
              _l0."id" asc
            limit $32::int
          ) _l0
      ),
      'null'
    ) || ',' || coalesce(
      (
        select (count(*)::int)::text
        from _task _l0
        where
          (
            _l0."person_id" = $33::uuid
            and _l0.person_id = $1::uuid
            and true
          )
      ),
      'null'
    ) || ']' || ',' || coalesce(
      (
        select
          '[' || coalesce(
            (
              select
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                      from school _r1
                      where _r1.id = _l1."school_id"
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1)
                      from grade _r2
                      where _r2.id = _l1."grade_id"
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r3."id"::text || '",' || _r3."number"::text || ',' || right(json_build_array(_r3."name")::text, -1)
                      from school_class _r3
                      where
                        (
                          _r3.id = _l1."school_class_id"
                          and (
                            _r3.school_id = any ($14::uuid[])
                            or _r3.id = any ($34::uuid[])
                            or _r3.school_id = any ($26::uuid[])
                          )
                        )
                    ),
                    'null'
                  ) || ',' || ('"' || _l1."id"::text || '","' || _l1."role"::text || '",' || right(json_build_array(_l1."subject")::text, -1)),
                  ','
                ) || ']'
              from
                (
                  select _l1.*
                  from staff_assignment _l1
                  where
                    (
                      _l1."staff_id" = _r0.id
                      and (
                        _l1.staff_id = $28::uuid
                        or _l1.school_class_id = any ($34::uuid[])
                        or _l1.school_id = any ($26::uuid[])
                      )
                      and _l1.ended_at is null
                      and _l1.valid_from <= $29::date
                      and (
                        _l1.valid_to is null
                        or _l1.valid_to >= $29::date
                      )
                      and true
                    )
                  order by
                    _l1."valid_from" desc,
                    _l1."id" desc
                  limit $35::int
                ) _l1
            ),
            'null'
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select
                        (
                          case
                            when (_l2.id = any ($36::uuid[])) is not true then null
                            else count(*)::int
                          end
                        )::text
                      from class_membership _r4
                      where
                        (
                          _r4."school_class_id" = _l2.id
                          and (
                            _r4.school_class_id = any ($36::uuid[])
                            or (
                              _r4.student_id = any ($37::uuid[])
                              or exists (
                                select 1
                                from class_membership m
                                where
                                  m.student_id = _r4.student_id
                                  and m.school_class_id = any ($36::uuid[])
                                  and m.status = 'ACTIVE'
                              )
                            )
                          )
                          and _r4.status = 'ACTIVE'
                        )
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r5."id"::text || '",' || right(json_build_array(_r5."name")::text, -1)
                      from school _r5
                      where _r5.id = _l2."school_id"
                    ),
                    'null'
                  ) || ',' || ('"' || _l2."id"::text || '",' || _l2."number"::text || ',' || right(json_build_array(_l2."name")::text, -1)),
                  ','
                ) || ']'
              from
                (
                  select _l2.*
                  from school_class _l2
                  where
                    (
                      _l2.id in (
                        select a.school_class_id
                        from staff_assignment a
                        where
                          a.staff_id = _r0.id
                          and a.ended_at is null
                          and a.valid_from <= $29::date
                          and (
                            a.valid_to is null
                            or a.valid_to >= $29::date
                          )
                      )
                      and (
                        _l2.school_id = any ($14::uuid[])
                        or _l2.id = any ($34::uuid[])
                        or _l2.school_id = any ($26::uuid[])
                      )
                      and true
                    )
                  order by
                    _l2."school_year_id" desc,
                    _l2."grade_id" asc,
                    _l2."number" asc,
                    _l2."id" asc
                  limit $38::int
                ) _l2
            ),
            'null'
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '["' || _l3."id"::text || '","' || _l3."kind"::text || '","' || _l3."starts_at"::text || '","' || _l3."ends_at"::text || '",' || right(json_build_array(_l3."title")::text, -1),
                  ','
                ) || ']'
              from
                (
                  select _l3.*
                  from engagement _l3
                  where
                    (
                      _l3.person_id = _r0.person_id
                      and (
                        (
                          _l3.person_id = $1::uuid
                          and (
                            _l3.rests_on is null
                            or _l3.rests_on && $7::text[]
                          )
                        )
                        or _l3.room_id in (
                          select rm.id
                          from room rm
                          where rm.school_id = any ($26::uuid[])
                        )
                      )
                      and _l3.status = 'ACTIVE'
                      and _l3."starts_at" >= $39
                    )
                  order by
                    _l3."starts_at" asc,
                    _l3."id" asc
                  limit $40::int
                ) _l3
            ),
            case
              when (_r0.id = $28::uuid) is not true then 'false'
              else 'null'
            end
          ) || ',' || (
            '"' || _r0."id"::text || '",' || right(
              json_build_array(
                (
                  select
                    case
                      when (
                        _r0.id = $28::uuid
                        or exists (
                          select 1
                          from staff_assignment asg
                          where
                            asg.staff_id = _r0.id
                            and asg.ended_at is null
                            and (
                              asg.valid_to is null
                              or asg.valid_to >= greatest(asg.valid_from, $29::date)
                            )
                            and (
                              asg.school_class_id = any ($34::uuid[])
                              or asg.school_id = any ($26::uuid[])
                            )
                        )
                      ) then json_build_array(p.name, p.phone)
                      else json_build_array(
                        coalesce(
                          (
                            select asg.held_as
                            from staff_assignment asg
                            where
                              asg.staff_id = _r0.id
                              and (
                                asg.school_class_id = any ($34::uuid[])
                                or asg.school_id = any ($26::uuid[])
                              )
                            order by
                              asg.valid_to desc nulls first,
                              asg.id desc
                            limit 1
                          ),
                          p.name
                        ),
                        null
                      )
                    end
                  from person p
                  where p.id = _r0.person_id
                ),
                _r0."staff_number"
              )::text,
              -1
            )
          )
        from staff _r0
        where
          (
            _r0.id = $41::uuid
            and (
              _r0.id = $28::uuid
              or exists (
                select 1
                from staff_assignment a
                where
                  a.staff_id = _r0.id
                  and a.school_class_id = any ($34::uuid[])
              )
              or exists (
                select 1
                from staff_assignment a
                where
                  a.staff_id = _r0.id
                  and a.school_id = any ($26::uuid[])
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
