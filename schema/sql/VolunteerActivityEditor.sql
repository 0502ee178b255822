-- VolunteerActivityEditor, asked as school-admin: answered by statement

-- the whole query, for school + staff + auditsSchool (as school-admin)
-- _r0: Query.volunteerActivity (VolunteerActivity)
-- _r1: VolunteerActivity.audience
-- _r2: VolunteerActivity.organiser
-- _l0: VolunteerActivity.topics
-- _r3: VolunteerActivity.signupCount
-- _l1: VolunteerActivity.series
-- _l2: VolunteerActivity.shifts
-- _r4: Shift.signupCount
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                from audience _r1
                where _r1.id = _r0."audience_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '["' || _r2."id"::text || '",' || right(
                    json_build_array(
                      (
                        select
                          case
                            when (
                              _r2.id = $2::uuid
                              or exists (
                                select 1
                                from staff_assignment asg
                                where
                                  asg.staff_id = _r2.id
                                  and asg.ended_at is null
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= greatest(asg.valid_from, $3::date)
                                  )
                                  and asg.school_id = any ($4::uuid[])
                              )
                            ) then json_build_array(p.name, p.phone)
                            else json_build_array(
                              coalesce(
                                (
                                  select asg.held_as
                                  from staff_assignment asg
                                  where
                                    asg.staff_id = _r2.id
                                    and asg.school_id = any ($4::uuid[])
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
                        where p.id = _r2.person_id
                      ),
                      _r2."staff_number"
                    )::text,
                    -1
                  )
                from staff _r2
                where
                  (
                    _r2.id = _r0."organiser_id"
                    and (
                      _r2.id = $2::uuid
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _r2.id
                          and a.school_id = any ($4::uuid[])
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '[' || string_agg('["' || _l0."id"::text || '",' || right(json_build_array(_l0."name")::text, -1), ',') || ']'
                from
                  (
                    select _l0.*
                    from
                      activity_topic _link
                      join topic _l0 on _l0.id = _link."topic_id"
                    where
                      (
                        _link."activity_id" = _r0.id
                        and true
                      )
                    order by
                      _l0."code" asc,
                      _l0."id" asc
                    limit $5::int
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  (
                    case
                      when (
                        (
                          (
                            _r0.school_id = any ($6::uuid[])
                            or (
                              _r0.organiser_id = $2::uuid
                              and _r0.school_id = any ($4::uuid[])
                            )
                          )
                          or (
                            _r0.published_at is not null
                            and _r0.school_id = any ($4::uuid[])
                          )
                        )
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from signup _r3
                where
                  (
                    _r3.shift_id in (
                      select sft.id
                      from shift sft
                      where sft.activity_id = _r0.id
                    )
                    and (
                      (
                        (
                          select
                            (
                              (
                                sft.school_id = any ($4::uuid[])
                                and (
                                  select act.organiser_id = $2::uuid
                                  from volunteer_activity act
                                  where act.id = sft.activity_id
                                )
                              )
                              or sft.school_id = any ($6::uuid[])
                            )
                          from shift sft
                          where sft.id = _r3.shift_id
                        )
                        and (
                          _r3.status not in ('PENDING', 'CONFIRMED')
                          or (
                            (
                              select sft.starts_at <= $7::timestamptz
                              from shift sft
                              where sft.id = _r3.shift_id
                            )
                            or exists (
                              select 1
                              from engagement res
                              where
                                res.source_id = _r3.id
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
                                      and $3::date between scy.starts_on and scy.ends_on
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
                                      gsh.guardian_id = _r3.guardian_id
                                      and gsh.status = 'ACTIVE'
                                      and gsh.data_access
                                      and gsh.valid_from <= $3::date
                                      and (
                                        gsh.valid_to is null
                                        or gsh.valid_to >= $3::date
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
                                    tie.guardian_id = _r3.guardian_id
                                    and tie.status = 'ACTIVE'
                                    and tie.data_access
                                    and tie.valid_from <= $3::date
                                    and (
                                      tie.valid_to is null
                                      or tie.valid_to >= $3::date
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
                                        and $3::date between scy.starts_on and scy.ends_on
                                    )
                                )
                              from shift sft
                              where sft.id = _r3.shift_id
                            )
                          )
                          or exists (
                            select 1
                            from attendance att
                            where
                              att.signup_id = _r3.id
                              and att.checked_in_at is not null
                          )
                        )
                      )
                      or (
                        (
                          select
                            (
                              sft.published_at is not null
                              and sft.school_id = any ($4::uuid[])
                            )
                          from shift sft
                          where sft.id = _r3.shift_id
                        )
                        and (
                          _r3.status not in ('PENDING', 'CONFIRMED')
                          or (
                            (
                              select sft.starts_at <= $7::timestamptz
                              from shift sft
                              where sft.id = _r3.shift_id
                            )
                            or exists (
                              select 1
                              from engagement res
                              where
                                res.source_id = _r3.id
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
                                      and $3::date between scy.starts_on and scy.ends_on
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
                                      gsh.guardian_id = _r3.guardian_id
                                      and gsh.status = 'ACTIVE'
                                      and gsh.data_access
                                      and gsh.valid_from <= $3::date
                                      and (
                                        gsh.valid_to is null
                                        or gsh.valid_to >= $3::date
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
                                    tie.guardian_id = _r3.guardian_id
                                    and tie.status = 'ACTIVE'
                                    and tie.data_access
                                    and tie.valid_from <= $3::date
                                    and (
                                      tie.valid_to is null
                                      or tie.valid_to >= $3::date
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
                                        and $3::date between scy.starts_on and scy.ends_on
                                    )
                                )
                              from shift sft
                              where sft.id = _r3.shift_id
                            )
                          )
                          or exists (
                            select 1
                            from attendance att
                            where
                              att.signup_id = _r3.id
                              and att.checked_in_at is not null
                          )
                        )
                      )
                    )
                    and _r3.status in ('PENDING', 'CONFIRMED')
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l1."id"::text || '","' || _l1."start_time"::text || '","' || _l1."end_time"::text || '","' || _l1."first_date"::text || '","' || _l1."last_date"::text || '",' || _l1."skips_holidays"::text || ',' || _l1."signup_opens_days_before"::text || ',' || _l1."signup_closes_minutes_before"::text || ',' || _l1."cancel_until_minutes_before"::text || ',' || _l1."revision"::text || ',' || right(json_build_array(_l1."weekdays", _l1."place", _l1."roles")::text, -1),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from shift_series _l1
                    where
                      (
                        _l1."activity_id" = _r0.id
                        and (
                          _r0.school_id = any ($6::uuid[])
                          or (
                            _r0.organiser_id = $2::uuid
                            and _r0.school_id = any ($4::uuid[])
                          )
                        )
                        and true
                      )
                    order by
                      _l1."first_date" asc,
                      _l1."id" asc
                    limit $8::int
                  ) _l1
              ),
              'null'
            ) || ',' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  (
                                    (
                                      _l2.school_id = any ($4::uuid[])
                                      and _r0.organiser_id = $2::uuid
                                    )
                                    or _l2.school_id = any ($6::uuid[])
                                  )
                                  or (
                                    _l2.published_at is not null
                                    and _l2.school_id = any ($4::uuid[])
                                  )
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from signup _r4
                        where
                          (
                            _r4."shift_id" = _l2.id
                            and (
                              (
                                (
                                  (
                                    _l2.school_id = any ($4::uuid[])
                                    and _r0.organiser_id = $2::uuid
                                  )
                                  or _l2.school_id = any ($6::uuid[])
                                )
                                and (
                                  _r4.status not in ('PENDING', 'CONFIRMED')
                                  or (
                                    _l2.starts_at <= $7::timestamptz
                                    or exists (
                                      select 1
                                      from engagement res
                                      where
                                        res.source_id = _r4.id
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
                                              and $3::date between scy.starts_on and scy.ends_on
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
                                              gsh.guardian_id = _r4.guardian_id
                                              and gsh.status = 'ACTIVE'
                                              and gsh.data_access
                                              and gsh.valid_from <= $3::date
                                              and (
                                                gsh.valid_to is null
                                                or gsh.valid_to >= $3::date
                                              )
                                          )
                                        )
                                    )
                                    or exists (
                                      select 1
                                      from
                                        guardianship tie
                                        join student stu on stu.id = tie.student_id
                                        and stu.left_on is null
                                        join school sch on sch.id = stu.school_id
                                      where
                                        tie.guardian_id = _r4.guardian_id
                                        and tie.status = 'ACTIVE'
                                        and tie.data_access
                                        and tie.valid_from <= $3::date
                                        and (
                                          tie.valid_to is null
                                          or tie.valid_to >= $3::date
                                        )
                                        and (
                                          sch.id = _l2.school_id
                                          or _l2.school_id is null
                                          and sch.district_id = _l2.district_id
                                        )
                                        and not exists (
                                          select 1
                                          from
                                            class_membership cms
                                            join school_year scy on scy.id = cms.school_year_id
                                          where
                                            cms.student_id = stu.id
                                            and cms.status = 'ACTIVE'
                                            and $3::date between scy.starts_on and scy.ends_on
                                        )
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from attendance att
                                    where
                                      att.signup_id = _r4.id
                                      and att.checked_in_at is not null
                                  )
                                )
                              )
                              or (
                                (
                                  _l2.published_at is not null
                                  and _l2.school_id = any ($4::uuid[])
                                )
                                and (
                                  _r4.status not in ('PENDING', 'CONFIRMED')
                                  or (
                                    _l2.starts_at <= $7::timestamptz
                                    or exists (
                                      select 1
                                      from engagement res
                                      where
                                        res.source_id = _r4.id
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
                                              and $3::date between scy.starts_on and scy.ends_on
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
                                              gsh.guardian_id = _r4.guardian_id
                                              and gsh.status = 'ACTIVE'
                                              and gsh.data_access
                                              and gsh.valid_from <= $3::date
                                              and (
                                                gsh.valid_to is null
                                                or gsh.valid_to >= $3::date
                                              )
                                          )
                                        )
                                    )
                                    or exists (
                                      select 1
                                      from
                                        guardianship tie
                                        join student stu on stu.id = tie.student_id
                                        and stu.left_on is null
                                        join school sch on sch.id = stu.school_id
                                      where
                                        tie.guardian_id = _r4.guardian_id
                                        and tie.status = 'ACTIVE'
                                        and tie.data_access
                                        and tie.valid_from <= $3::date
                                        and (
                                          tie.valid_to is null
                                          or tie.valid_to >= $3::date
                                        )
                                        and (
                                          sch.id = _l2.school_id
                                          or _l2.school_id is null
                                          and sch.district_id = _l2.district_id
                                        )
                                        and not exists (
                                          select 1
                                          from
                                            class_membership cms
                                            join school_year scy on scy.id = cms.school_year_id
                                          where
                                            cms.student_id = stu.id
                                            and cms.status = 'ACTIVE'
                                            and $3::date between scy.starts_on and scy.ends_on
                                        )
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from attendance att
                                    where
                                      att.signup_id = _r4.id
                                      and att.checked_in_at is not null
                                  )
                                )
                              )
                            )
                            and _r4.status in ('PENDING', 'CONFIRMED')
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l2."id"::text || '","' || _l2."status"::text || '","' || _l2."starts_at"::text || '","' || _l2."ends_at"::text || '",' || coalesce('"' || _l2."series_date"::text || '"', 'null') || ',' || _l2."detached"::text || ',' || _l2."revision"::text || ',' || right(json_build_array(_l2."place")::text, -1)
                    ),
                    ','
                  ) filter (
                    where _l2._n <= $9::int
                  ) || ']',
                  'null'
                ) || ',' || (count(*) > $9::int)::text || ']'
              from
                (
                  select
                    _l2.*,
                    row_number() over () as _n
                  from
                    (
                      select _l2.*
                      from shift _l2
                      where
                        (
                          _l2."activity_id" = _r0.id
                          and (
                            (
                              _l2.school_id = any ($4::uuid[])
                              and (
                                _l2.published_at is not null
                                or _r0.organiser_id = $2::uuid
                              )
                            )
                            or _l2.school_id = any ($6::uuid[])
                          )
                          and _l2."starts_at" >= $10
                        )
                      order by
                        _l2."starts_at" asc,
                        _l2."id" asc
                      limit ($9::int + 1)
                    ) _l2
                ) _l2
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."kind"::text || '","' || _r0."waitlist_priority"::text || '","' || _r0."status"::text || '",' || coalesce('"' || _r0."published_at"::text || '"', 'null') || ',' || coalesce('"' || _r0."cancelled_at"::text || '"', 'null') || ',' || _r0."revision"::text || ',' || right(
                json_build_array(
                  _r0."title",
                  _r0."purpose",
                  _r0."risk_notice",
                  _r0."contact_name",
                  _r0."contact_phone",
                  _r0."cancel_reason",
                  (
                    coalesce(
                      (
                        _r0.school_id = any ($6::uuid[])
                        or (
                          _r0.organiser_id = $2::uuid
                          and _r0.school_id = any ($4::uuid[])
                        )
                      ),
                      false
                    )
                  )
                )::text,
                -1
              )
            ),
            ','
          ) || ']'
        from volunteer_activity _r0
        where
          (
            _r0.id = any ($11::uuid[])
            and (
              (
                _r0.school_id = any ($4::uuid[])
                and (
                  _r0.published_at is not null
                  or _r0.organiser_id = $2::uuid
                )
              )
              or _r0.school_id = any ($6::uuid[])
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for staff; teacher + staff (as teacher); staff + auditsSchool
-- _r0: Query.volunteerActivity (VolunteerActivity)
-- _r1: VolunteerActivity.audience
-- _r2: VolunteerActivity.organiser
-- _l0: VolunteerActivity.topics
-- _r3: VolunteerActivity.signupCount
-- _l1: VolunteerActivity.series
-- _l2: VolunteerActivity.shifts
-- _r4: Shift.signupCount
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                from audience _r1
                where _r1.id = _r0."audience_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '["' || _r2."id"::text || '",' || right(
                    json_build_array(
                      (
                        select
                          case
                            when (
                              _r2.id = $2::uuid
                              or exists (
                                select 1
                                from staff_assignment asg
                                where
                                  asg.staff_id = _r2.id
                                  and asg.ended_at is null
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= greatest(asg.valid_from, $3::date)
                                  )
                                  and asg.school_id = any ($4::uuid[])
                              )
                            ) then json_build_array(p.name, p.phone)
                            else json_build_array(
                              coalesce(
                                (
                                  select asg.held_as
                                  from staff_assignment asg
                                  where
                                    asg.staff_id = _r2.id
                                    and asg.school_id = any ($4::uuid[])
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
                        where p.id = _r2.person_id
                      ),
                      _r2."staff_number"
                    )::text,
                    -1
                  )
                from staff _r2
                where
                  (
                    _r2.id = _r0."organiser_id"
                    and (
                      _r2.id = $2::uuid
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _r2.id
                          and a.school_id = any ($4::uuid[])
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '[' || string_agg('["' || _l0."id"::text || '",' || right(json_build_array(_l0."name")::text, -1), ',') || ']'
                from
                  (
                    select _l0.*
                    from
                      activity_topic _link
                      join topic _l0 on _l0.id = _link."topic_id"
                    where
                      (
                        _link."activity_id" = _r0.id
                        and true
                      )
                    order by
                      _l0."code" asc,
                      _l0."id" asc
                    limit $5::int
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  (
                    case
                      when (
                        (
                          (
                            _r0.organiser_id = $2::uuid
                            and _r0.school_id = any ($4::uuid[])
                          )
                          or (
                            _r0.published_at is not null
                            and _r0.school_id = any ($4::uuid[])
                          )
                        )
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from signup _r3
                where
                  (
                    _r3.shift_id in (
                      select sft.id
                      from shift sft
                      where sft.activity_id = _r0.id
                    )
                    and (
                      (
                        (
                          select
                            (
                              sft.school_id = any ($4::uuid[])
                              and (
                                select act.organiser_id = $2::uuid
                                from volunteer_activity act
                                where act.id = sft.activity_id
                              )
                            )
                          from shift sft
                          where sft.id = _r3.shift_id
                        )
                        and (
                          _r3.status not in ('PENDING', 'CONFIRMED')
                          or (
                            (
                              select sft.starts_at <= $6::timestamptz
                              from shift sft
                              where sft.id = _r3.shift_id
                            )
                            or exists (
                              select 1
                              from engagement res
                              where
                                res.source_id = _r3.id
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
                                      and $3::date between scy.starts_on and scy.ends_on
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
                                      gsh.guardian_id = _r3.guardian_id
                                      and gsh.status = 'ACTIVE'
                                      and gsh.data_access
                                      and gsh.valid_from <= $3::date
                                      and (
                                        gsh.valid_to is null
                                        or gsh.valid_to >= $3::date
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
                                    tie.guardian_id = _r3.guardian_id
                                    and tie.status = 'ACTIVE'
                                    and tie.data_access
                                    and tie.valid_from <= $3::date
                                    and (
                                      tie.valid_to is null
                                      or tie.valid_to >= $3::date
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
                                        and $3::date between scy.starts_on and scy.ends_on
                                    )
                                )
                              from shift sft
                              where sft.id = _r3.shift_id
                            )
                          )
                          or exists (
                            select 1
                            from attendance att
                            where
                              att.signup_id = _r3.id
                              and att.checked_in_at is not null
                          )
                        )
                      )
                      or (
                        (
                          select
                            (
                              sft.published_at is not null
                              and sft.school_id = any ($4::uuid[])
                            )
                          from shift sft
                          where sft.id = _r3.shift_id
                        )
                        and (
                          _r3.status not in ('PENDING', 'CONFIRMED')
                          or (
                            (
                              select sft.starts_at <= $6::timestamptz
                              from shift sft
                              where sft.id = _r3.shift_id
                            )
                            or exists (
                              select 1
                              from engagement res
                              where
                                res.source_id = _r3.id
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
                                      and $3::date between scy.starts_on and scy.ends_on
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
                                      gsh.guardian_id = _r3.guardian_id
                                      and gsh.status = 'ACTIVE'
                                      and gsh.data_access
                                      and gsh.valid_from <= $3::date
                                      and (
                                        gsh.valid_to is null
                                        or gsh.valid_to >= $3::date
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
                                    tie.guardian_id = _r3.guardian_id
                                    and tie.status = 'ACTIVE'
                                    and tie.data_access
                                    and tie.valid_from <= $3::date
                                    and (
                                      tie.valid_to is null
                                      or tie.valid_to >= $3::date
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
                                        and $3::date between scy.starts_on and scy.ends_on
                                    )
                                )
                              from shift sft
                              where sft.id = _r3.shift_id
                            )
                          )
                          or exists (
                            select 1
                            from attendance att
                            where
                              att.signup_id = _r3.id
                              and att.checked_in_at is not null
                          )
                        )
                      )
                    )
                    and _r3.status in ('PENDING', 'CONFIRMED')
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l1."id"::text || '","' || _l1."start_time"::text || '","' || _l1."end_time"::text || '","' || _l1."first_date"::text || '","' || _l1."last_date"::text || '",' || _l1."skips_holidays"::text || ',' || _l1."signup_opens_days_before"::text || ',' || _l1."signup_closes_minutes_before"::text || ',' || _l1."cancel_until_minutes_before"::text || ',' || _l1."revision"::text || ',' || right(json_build_array(_l1."weekdays", _l1."place", _l1."roles")::text, -1),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from shift_series _l1
                    where
                      (
                        _l1."activity_id" = _r0.id
                        and (
                          _r0.organiser_id = $2::uuid
                          and _r0.school_id = any ($4::uuid[])
                        )
                        and true
                      )
                    order by
                      _l1."first_date" asc,
                      _l1."id" asc
                    limit $7::int
                  ) _l1
              ),
              'null'
            ) || ',' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  (
                                    _l2.school_id = any ($4::uuid[])
                                    and _r0.organiser_id = $2::uuid
                                  )
                                  or (
                                    _l2.published_at is not null
                                    and _l2.school_id = any ($4::uuid[])
                                  )
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from signup _r4
                        where
                          (
                            _r4."shift_id" = _l2.id
                            and (
                              (
                                (
                                  _l2.school_id = any ($4::uuid[])
                                  and _r0.organiser_id = $2::uuid
                                )
                                and (
                                  _r4.status not in ('PENDING', 'CONFIRMED')
                                  or (
                                    _l2.starts_at <= $6::timestamptz
                                    or exists (
                                      select 1
                                      from engagement res
                                      where
                                        res.source_id = _r4.id
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
                                              and $3::date between scy.starts_on and scy.ends_on
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
                                              gsh.guardian_id = _r4.guardian_id
                                              and gsh.status = 'ACTIVE'
                                              and gsh.data_access
                                              and gsh.valid_from <= $3::date
                                              and (
                                                gsh.valid_to is null
                                                or gsh.valid_to >= $3::date
                                              )
                                          )
                                        )
                                    )
                                    or exists (
                                      select 1
                                      from
                                        guardianship tie
                                        join student stu on stu.id = tie.student_id
                                        and stu.left_on is null
                                        join school sch on sch.id = stu.school_id
                                      where
                                        tie.guardian_id = _r4.guardian_id
                                        and tie.status = 'ACTIVE'
                                        and tie.data_access
                                        and tie.valid_from <= $3::date
                                        and (
                                          tie.valid_to is null
                                          or tie.valid_to >= $3::date
                                        )
                                        and (
                                          sch.id = _l2.school_id
                                          or _l2.school_id is null
                                          and sch.district_id = _l2.district_id
                                        )
                                        and not exists (
                                          select 1
                                          from
                                            class_membership cms
                                            join school_year scy on scy.id = cms.school_year_id
                                          where
                                            cms.student_id = stu.id
                                            and cms.status = 'ACTIVE'
                                            and $3::date between scy.starts_on and scy.ends_on
                                        )
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from attendance att
                                    where
                                      att.signup_id = _r4.id
                                      and att.checked_in_at is not null
                                  )
                                )
                              )
                              or (
                                (
                                  _l2.published_at is not null
                                  and _l2.school_id = any ($4::uuid[])
                                )
                                and (
                                  _r4.status not in ('PENDING', 'CONFIRMED')
                                  or (
                                    _l2.starts_at <= $6::timestamptz
                                    or exists (
                                      select 1
                                      from engagement res
                                      where
                                        res.source_id = _r4.id
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
                                              and $3::date between scy.starts_on and scy.ends_on
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
                                              gsh.guardian_id = _r4.guardian_id
                                              and gsh.status = 'ACTIVE'
                                              and gsh.data_access
                                              and gsh.valid_from <= $3::date
                                              and (
                                                gsh.valid_to is null
                                                or gsh.valid_to >= $3::date
                                              )
                                          )
                                        )
                                    )
                                    or exists (
                                      select 1
                                      from
                                        guardianship tie
                                        join student stu on stu.id = tie.student_id
                                        and stu.left_on is null
                                        join school sch on sch.id = stu.school_id
                                      where
                                        tie.guardian_id = _r4.guardian_id
                                        and tie.status = 'ACTIVE'
                                        and tie.data_access
                                        and tie.valid_from <= $3::date
                                        and (
                                          tie.valid_to is null
                                          or tie.valid_to >= $3::date
                                        )
                                        and (
                                          sch.id = _l2.school_id
                                          or _l2.school_id is null
                                          and sch.district_id = _l2.district_id
                                        )
                                        and not exists (
                                          select 1
                                          from
                                            class_membership cms
                                            join school_year scy on scy.id = cms.school_year_id
                                          where
                                            cms.student_id = stu.id
                                            and cms.status = 'ACTIVE'
                                            and $3::date between scy.starts_on and scy.ends_on
                                        )
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from attendance att
                                    where
                                      att.signup_id = _r4.id
                                      and att.checked_in_at is not null
                                  )
                                )
                              )
                            )
                            and _r4.status in ('PENDING', 'CONFIRMED')
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l2."id"::text || '","' || _l2."status"::text || '","' || _l2."starts_at"::text || '","' || _l2."ends_at"::text || '",' || coalesce('"' || _l2."series_date"::text || '"', 'null') || ',' || _l2."detached"::text || ',' || _l2."revision"::text || ',' || right(json_build_array(_l2."place")::text, -1)
                    ),
                    ','
                  ) filter (
                    where _l2._n <= $8::int
                  ) || ']',
                  'null'
                ) || ',' || (count(*) > $8::int)::text || ']'
              from
                (
                  select
                    _l2.*,
                    row_number() over () as _n
                  from
                    (
                      select _l2.*
                      from shift _l2
                      where
                        (
                          _l2."activity_id" = _r0.id
                          and (
                            _l2.school_id = any ($4::uuid[])
                            and (
                              _l2.published_at is not null
                              or _r0.organiser_id = $2::uuid
                            )
                          )
                          and _l2."starts_at" >= $9
                        )
                      order by
                        _l2."starts_at" asc,
                        _l2."id" asc
                      limit ($8::int + 1)
                    ) _l2
                ) _l2
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."kind"::text || '","' || _r0."waitlist_priority"::text || '","' || _r0."status"::text || '",' || coalesce('"' || _r0."published_at"::text || '"', 'null') || ',' || coalesce('"' || _r0."cancelled_at"::text || '"', 'null') || ',' || _r0."revision"::text || ',' || right(
                json_build_array(
                  _r0."title",
                  _r0."purpose",
                  _r0."risk_notice",
                  _r0."contact_name",
                  _r0."contact_phone",
                  _r0."cancel_reason",
                  (
                    coalesce(
                      (
                        _r0.organiser_id = $2::uuid
                        and _r0.school_id = any ($4::uuid[])
                      ),
                      false
                    )
                  )
                )::text,
                -1
              )
            ),
            ','
          ) || ']'
        from volunteer_activity _r0
        where
          (
            _r0.id = any ($10::uuid[])
            and (
              _r0.school_id = any ($4::uuid[])
              and (
                _r0.published_at is not null
                or _r0.organiser_id = $2::uuid
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for district + auditsDistrict (as district-admin)
-- _r0: Query.volunteerActivity (VolunteerActivity)
-- _r1: VolunteerActivity.audience
-- _r2: VolunteerActivity.organiser
-- _l0: VolunteerActivity.topics
-- _r3: VolunteerActivity.signupCount
-- _l1: VolunteerActivity.series
-- _l2: VolunteerActivity.shifts
-- _r4: Shift.signupCount
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                from audience _r1
                where _r1.id = _r0."audience_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '["' || _r2."id"::text || '",' || right(
                    json_build_array(
                      (
                        select
                          case
                            when (
                              _r2.id = $2::uuid
                              or exists (
                                select 1
                                from staff_assignment asg
                                where
                                  asg.staff_id = _r2.id
                                  and asg.ended_at is null
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= greatest(asg.valid_from, $3::date)
                                  )
                                  and asg.district_id = any ($4::uuid[])
                              )
                            ) then json_build_array(p.name, p.phone)
                            else json_build_array(
                              coalesce(
                                (
                                  select asg.held_as
                                  from staff_assignment asg
                                  where
                                    asg.staff_id = _r2.id
                                    and asg.district_id = any ($4::uuid[])
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
                        where p.id = _r2.person_id
                      ),
                      _r2."staff_number"
                    )::text,
                    -1
                  )
                from staff _r2
                where
                  (
                    _r2.id = _r0."organiser_id"
                    and (
                      _r2.id = $2::uuid
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _r2.id
                          and a.district_id = any ($4::uuid[])
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '[' || string_agg('["' || _l0."id"::text || '",' || right(json_build_array(_l0."name")::text, -1), ',') || ']'
                from
                  (
                    select _l0.*
                    from
                      activity_topic _link
                      join topic _l0 on _l0.id = _link."topic_id"
                    where
                      (
                        _link."activity_id" = _r0.id
                        and true
                      )
                    order by
                      _l0."code" asc,
                      _l0."id" asc
                    limit $5::int
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  (
                    case
                      when (_r0.district_id = any ($4::uuid[])) is not true then null
                      else count(*)::int
                    end
                  )::text
                from signup _r3
                where
                  (
                    _r3.shift_id in (
                      select sft.id
                      from shift sft
                      where sft.activity_id = _r0.id
                    )
                    and (
                      (
                        (
                          (
                            select
                              (
                                sft.school_id is null
                                and sft.district_id = any ($4::uuid[])
                              )
                            from shift sft
                            where sft.id = _r3.shift_id
                          )
                          and (
                            _r3.status not in ('PENDING', 'CONFIRMED')
                            or (
                              (
                                select sft.starts_at <= $6::timestamptz
                                from shift sft
                                where sft.id = _r3.shift_id
                              )
                              or exists (
                                select 1
                                from engagement res
                                where
                                  res.source_id = _r3.id
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
                                        and $3::date between scy.starts_on and scy.ends_on
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
                                        gsh.guardian_id = _r3.guardian_id
                                        and gsh.status = 'ACTIVE'
                                        and gsh.data_access
                                        and gsh.valid_from <= $3::date
                                        and (
                                          gsh.valid_to is null
                                          or gsh.valid_to >= $3::date
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
                                      tie.guardian_id = _r3.guardian_id
                                      and tie.status = 'ACTIVE'
                                      and tie.data_access
                                      and tie.valid_from <= $3::date
                                      and (
                                        tie.valid_to is null
                                        or tie.valid_to >= $3::date
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
                                          and $3::date between scy.starts_on and scy.ends_on
                                      )
                                  )
                                from shift sft
                                where sft.id = _r3.shift_id
                              )
                            )
                            or exists (
                              select 1
                              from attendance att
                              where
                                att.signup_id = _r3.id
                                and att.checked_in_at is not null
                            )
                          )
                        )
                        or (
                          (
                            _r3.status in ('PENDING', 'CONFIRMED')
                            and (
                              _r3.status = 'PENDING'
                              or _r3.cancel_requested_at is not null
                            )
                            and (
                              select
                                (
                                  sft.school_id is not null
                                  and sft.district_id = any ($4::uuid[])
                                  and sft.status = 'SCHEDULED'
                                  and sft.starts_at > $6::timestamptz
                                  and not exists (
                                    select 1
                                    from
                                      staff_assignment asg
                                      join staff stf on stf.id = asg.staff_id
                                    where
                                      asg.ended_at is null
                                      and asg.valid_from <= $3::date
                                      and (
                                        asg.valid_to is null
                                        or asg.valid_to >= $3::date
                                      )
                                      and asg.school_id = sft.school_id
                                      and (
                                        asg.role = 'SCHOOL_ADMIN'
                                        or asg.staff_id = (
                                          select own.organiser_id
                                          from volunteer_activity own
                                          where own.id = sft.activity_id
                                        )
                                      )
                                      and stf.person_id <> all (array_remove(array[_r3.person_id], null))
                                  )
                                )
                              from shift sft
                              where sft.id = _r3.shift_id
                            )
                          )
                          and (
                            _r3.status not in ('PENDING', 'CONFIRMED')
                            or (
                              (
                                select sft.starts_at <= $6::timestamptz
                                from shift sft
                                where sft.id = _r3.shift_id
                              )
                              or exists (
                                select 1
                                from engagement res
                                where
                                  res.source_id = _r3.id
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
                                        and $3::date between scy.starts_on and scy.ends_on
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
                                        gsh.guardian_id = _r3.guardian_id
                                        and gsh.status = 'ACTIVE'
                                        and gsh.data_access
                                        and gsh.valid_from <= $3::date
                                        and (
                                          gsh.valid_to is null
                                          or gsh.valid_to >= $3::date
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
                                      tie.guardian_id = _r3.guardian_id
                                      and tie.status = 'ACTIVE'
                                      and tie.data_access
                                      and tie.valid_from <= $3::date
                                      and (
                                        tie.valid_to is null
                                        or tie.valid_to >= $3::date
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
                                          and $3::date between scy.starts_on and scy.ends_on
                                      )
                                  )
                                from shift sft
                                where sft.id = _r3.shift_id
                              )
                            )
                            or exists (
                              select 1
                              from attendance att
                              where
                                att.signup_id = _r3.id
                                and att.checked_in_at is not null
                            )
                          )
                        )
                        or (
                          _r3.status = 'CONFIRMED'
                          and (
                            select
                              (
                                sft.school_id is not null
                                and sft.district_id = any ($4::uuid[])
                                and sft.status = 'SCHEDULED'
                                and sft.starts_at <= $6::timestamptz
                                and not exists (
                                  select 1
                                  from
                                    staff_assignment asg
                                    join staff stf on stf.id = asg.staff_id
                                  where
                                    asg.ended_at is null
                                    and asg.valid_from <= $3::date
                                    and (
                                      asg.valid_to is null
                                      or asg.valid_to >= $3::date
                                    )
                                    and asg.school_id = sft.school_id
                                    and (
                                      asg.role = 'SCHOOL_ADMIN'
                                      or asg.staff_id = (
                                        select own.organiser_id
                                        from volunteer_activity own
                                        where own.id = sft.activity_id
                                      )
                                    )
                                    and stf.person_id <> all (array_remove(array[_r3.person_id], null))
                                )
                              )
                            from shift sft
                            where sft.id = _r3.shift_id
                          )
                        )
                        or (
                          (
                            _r3.decided_by_id = $2::uuid
                            and _r3.decided_for_district
                            or _r3.cancel_decided_by_id = $2::uuid
                            and _r3.cancel_decided_for_district
                          )
                          and (
                            select sft.district_id = any ($4::uuid[])
                            from shift sft
                            where sft.id = _r3.shift_id
                          )
                        )
                      )
                      or (
                        (
                          select sft.district_id = any ($4::uuid[])
                          from shift sft
                          where sft.id = _r3.shift_id
                        )
                        and (
                          _r3.status not in ('PENDING', 'CONFIRMED')
                          or (
                            (
                              select sft.starts_at <= $6::timestamptz
                              from shift sft
                              where sft.id = _r3.shift_id
                            )
                            or exists (
                              select 1
                              from engagement res
                              where
                                res.source_id = _r3.id
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
                                      and $3::date between scy.starts_on and scy.ends_on
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
                                      gsh.guardian_id = _r3.guardian_id
                                      and gsh.status = 'ACTIVE'
                                      and gsh.data_access
                                      and gsh.valid_from <= $3::date
                                      and (
                                        gsh.valid_to is null
                                        or gsh.valid_to >= $3::date
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
                                    tie.guardian_id = _r3.guardian_id
                                    and tie.status = 'ACTIVE'
                                    and tie.data_access
                                    and tie.valid_from <= $3::date
                                    and (
                                      tie.valid_to is null
                                      or tie.valid_to >= $3::date
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
                                        and $3::date between scy.starts_on and scy.ends_on
                                    )
                                )
                              from shift sft
                              where sft.id = _r3.shift_id
                            )
                          )
                          or exists (
                            select 1
                            from attendance att
                            where
                              att.signup_id = _r3.id
                              and att.checked_in_at is not null
                          )
                        )
                      )
                    )
                    and _r3.status in ('PENDING', 'CONFIRMED')
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l1."id"::text || '","' || _l1."start_time"::text || '","' || _l1."end_time"::text || '","' || _l1."first_date"::text || '","' || _l1."last_date"::text || '",' || _l1."skips_holidays"::text || ',' || _l1."signup_opens_days_before"::text || ',' || _l1."signup_closes_minutes_before"::text || ',' || _l1."cancel_until_minutes_before"::text || ',' || _l1."revision"::text || ',' || right(json_build_array(_l1."weekdays", _l1."place", _l1."roles")::text, -1),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from shift_series _l1
                    where
                      (
                        _l1."activity_id" = _r0.id
                        and _r0.district_id = any ($4::uuid[])
                        and true
                      )
                    order by
                      _l1."first_date" asc,
                      _l1."id" asc
                    limit $7::int
                  ) _l1
              ),
              'null'
            ) || ',' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  (
                                    _l2.school_id is null
                                    and _l2.district_id = any ($4::uuid[])
                                  )
                                  or _l2.district_id = any ($4::uuid[])
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from signup _r4
                        where
                          (
                            _r4."shift_id" = _l2.id
                            and (
                              (
                                (
                                  (
                                    _l2.school_id is null
                                    and _l2.district_id = any ($4::uuid[])
                                  )
                                  and (
                                    _r4.status not in ('PENDING', 'CONFIRMED')
                                    or (
                                      _l2.starts_at <= $6::timestamptz
                                      or exists (
                                        select 1
                                        from engagement res
                                        where
                                          res.source_id = _r4.id
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
                                                and $3::date between scy.starts_on and scy.ends_on
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
                                                gsh.guardian_id = _r4.guardian_id
                                                and gsh.status = 'ACTIVE'
                                                and gsh.data_access
                                                and gsh.valid_from <= $3::date
                                                and (
                                                  gsh.valid_to is null
                                                  or gsh.valid_to >= $3::date
                                                )
                                            )
                                          )
                                      )
                                      or exists (
                                        select 1
                                        from
                                          guardianship tie
                                          join student stu on stu.id = tie.student_id
                                          and stu.left_on is null
                                          join school sch on sch.id = stu.school_id
                                        where
                                          tie.guardian_id = _r4.guardian_id
                                          and tie.status = 'ACTIVE'
                                          and tie.data_access
                                          and tie.valid_from <= $3::date
                                          and (
                                            tie.valid_to is null
                                            or tie.valid_to >= $3::date
                                          )
                                          and (
                                            sch.id = _l2.school_id
                                            or _l2.school_id is null
                                            and sch.district_id = _l2.district_id
                                          )
                                          and not exists (
                                            select 1
                                            from
                                              class_membership cms
                                              join school_year scy on scy.id = cms.school_year_id
                                            where
                                              cms.student_id = stu.id
                                              and cms.status = 'ACTIVE'
                                              and $3::date between scy.starts_on and scy.ends_on
                                          )
                                      )
                                    )
                                    or exists (
                                      select 1
                                      from attendance att
                                      where
                                        att.signup_id = _r4.id
                                        and att.checked_in_at is not null
                                    )
                                  )
                                )
                                or (
                                  (
                                    _r4.status in ('PENDING', 'CONFIRMED')
                                    and (
                                      _r4.status = 'PENDING'
                                      or _r4.cancel_requested_at is not null
                                    )
                                    and (
                                      _l2.school_id is not null
                                      and _l2.district_id = any ($4::uuid[])
                                      and _l2.status = 'SCHEDULED'
                                      and _l2.starts_at > $6::timestamptz
                                      and not exists (
                                        select 1
                                        from
                                          staff_assignment asg
                                          join staff stf on stf.id = asg.staff_id
                                        where
                                          asg.ended_at is null
                                          and asg.valid_from <= $3::date
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= $3::date
                                          )
                                          and asg.school_id = _l2.school_id
                                          and (
                                            asg.role = 'SCHOOL_ADMIN'
                                            or asg.staff_id = (
                                              select own.organiser_id
                                              from volunteer_activity own
                                              where own.id = _l2.activity_id
                                            )
                                          )
                                          and stf.person_id <> all (array_remove(array[_r4.person_id], null))
                                      )
                                    )
                                  )
                                  and (
                                    _r4.status not in ('PENDING', 'CONFIRMED')
                                    or (
                                      _l2.starts_at <= $6::timestamptz
                                      or exists (
                                        select 1
                                        from engagement res
                                        where
                                          res.source_id = _r4.id
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
                                                and $3::date between scy.starts_on and scy.ends_on
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
                                                gsh.guardian_id = _r4.guardian_id
                                                and gsh.status = 'ACTIVE'
                                                and gsh.data_access
                                                and gsh.valid_from <= $3::date
                                                and (
                                                  gsh.valid_to is null
                                                  or gsh.valid_to >= $3::date
                                                )
                                            )
                                          )
                                      )
                                      or exists (
                                        select 1
                                        from
                                          guardianship tie
                                          join student stu on stu.id = tie.student_id
                                          and stu.left_on is null
                                          join school sch on sch.id = stu.school_id
                                        where
                                          tie.guardian_id = _r4.guardian_id
                                          and tie.status = 'ACTIVE'
                                          and tie.data_access
                                          and tie.valid_from <= $3::date
                                          and (
                                            tie.valid_to is null
                                            or tie.valid_to >= $3::date
                                          )
                                          and (
                                            sch.id = _l2.school_id
                                            or _l2.school_id is null
                                            and sch.district_id = _l2.district_id
                                          )
                                          and not exists (
                                            select 1
                                            from
                                              class_membership cms
                                              join school_year scy on scy.id = cms.school_year_id
                                            where
                                              cms.student_id = stu.id
                                              and cms.status = 'ACTIVE'
                                              and $3::date between scy.starts_on and scy.ends_on
                                          )
                                      )
                                    )
                                    or exists (
                                      select 1
                                      from attendance att
                                      where
                                        att.signup_id = _r4.id
                                        and att.checked_in_at is not null
                                    )
                                  )
                                )
                                or (
                                  _r4.status = 'CONFIRMED'
                                  and (
                                    _l2.school_id is not null
                                    and _l2.district_id = any ($4::uuid[])
                                    and _l2.status = 'SCHEDULED'
                                    and _l2.starts_at <= $6::timestamptz
                                    and not exists (
                                      select 1
                                      from
                                        staff_assignment asg
                                        join staff stf on stf.id = asg.staff_id
                                      where
                                        asg.ended_at is null
                                        and asg.valid_from <= $3::date
                                        and (
                                          asg.valid_to is null
                                          or asg.valid_to >= $3::date
                                        )
                                        and asg.school_id = _l2.school_id
                                        and (
                                          asg.role = 'SCHOOL_ADMIN'
                                          or asg.staff_id = (
                                            select own.organiser_id
                                            from volunteer_activity own
                                            where own.id = _l2.activity_id
                                          )
                                        )
                                        and stf.person_id <> all (array_remove(array[_r4.person_id], null))
                                    )
                                  )
                                )
                                or (
                                  (
                                    _r4.decided_by_id = $2::uuid
                                    and _r4.decided_for_district
                                    or _r4.cancel_decided_by_id = $2::uuid
                                    and _r4.cancel_decided_for_district
                                  )
                                  and _l2.district_id = any ($4::uuid[])
                                )
                              )
                              or (
                                _l2.district_id = any ($4::uuid[])
                                and (
                                  _r4.status not in ('PENDING', 'CONFIRMED')
                                  or (
                                    _l2.starts_at <= $6::timestamptz
                                    or exists (
                                      select 1
                                      from engagement res
                                      where
                                        res.source_id = _r4.id
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
                                              and $3::date between scy.starts_on and scy.ends_on
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
                                              gsh.guardian_id = _r4.guardian_id
                                              and gsh.status = 'ACTIVE'
                                              and gsh.data_access
                                              and gsh.valid_from <= $3::date
                                              and (
                                                gsh.valid_to is null
                                                or gsh.valid_to >= $3::date
                                              )
                                          )
                                        )
                                    )
                                    or exists (
                                      select 1
                                      from
                                        guardianship tie
                                        join student stu on stu.id = tie.student_id
                                        and stu.left_on is null
                                        join school sch on sch.id = stu.school_id
                                      where
                                        tie.guardian_id = _r4.guardian_id
                                        and tie.status = 'ACTIVE'
                                        and tie.data_access
                                        and tie.valid_from <= $3::date
                                        and (
                                          tie.valid_to is null
                                          or tie.valid_to >= $3::date
                                        )
                                        and (
                                          sch.id = _l2.school_id
                                          or _l2.school_id is null
                                          and sch.district_id = _l2.district_id
                                        )
                                        and not exists (
                                          select 1
                                          from
                                            class_membership cms
                                            join school_year scy on scy.id = cms.school_year_id
                                          where
                                            cms.student_id = stu.id
                                            and cms.status = 'ACTIVE'
                                            and $3::date between scy.starts_on and scy.ends_on
                                        )
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from attendance att
                                    where
                                      att.signup_id = _r4.id
                                      and att.checked_in_at is not null
                                  )
                                )
                              )
                            )
                            and _r4.status in ('PENDING', 'CONFIRMED')
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l2."id"::text || '","' || _l2."status"::text || '","' || _l2."starts_at"::text || '","' || _l2."ends_at"::text || '",' || coalesce('"' || _l2."series_date"::text || '"', 'null') || ',' || _l2."detached"::text || ',' || _l2."revision"::text || ',' || right(json_build_array(_l2."place")::text, -1)
                    ),
                    ','
                  ) filter (
                    where _l2._n <= $8::int
                  ) || ']',
                  'null'
                ) || ',' || (count(*) > $8::int)::text || ']'
              from
                (
                  select
                    _l2.*,
                    row_number() over () as _n
                  from
                    (
                      select _l2.*
                      from shift _l2
                      where
                        (
                          _l2."activity_id" = _r0.id
                          and _l2.district_id = any ($4::uuid[])
                          and _l2."starts_at" >= $9
                        )
                      order by
                        _l2."starts_at" asc,
                        _l2."id" asc
                      limit ($8::int + 1)
                    ) _l2
                ) _l2
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."kind"::text || '","' || _r0."waitlist_priority"::text || '","' || _r0."status"::text || '",' || coalesce('"' || _r0."published_at"::text || '"', 'null') || ',' || coalesce('"' || _r0."cancelled_at"::text || '"', 'null') || ',' || _r0."revision"::text || ',' || right(
                json_build_array(
                  _r0."title",
                  _r0."purpose",
                  _r0."risk_notice",
                  _r0."contact_name",
                  _r0."contact_phone",
                  _r0."cancel_reason",
                  (coalesce(_r0.district_id = any ($4::uuid[]), false))
                )::text,
                -1
              )
            ),
            ','
          ) || ']'
        from volunteer_activity _r0
        where
          (
            _r0.id = any ($10::uuid[])
            and _r0.district_id = any ($4::uuid[])
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for auditsDistrict (as privacy-officer); signed in (as lecturer)
-- _r0: Query.volunteerActivity (VolunteerActivity)
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select '[' || string_agg('null', ',') || ']'
        from volunteer_activity _r0
        where false
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Query.volunteerActivity (VolunteerActivity)
-- _r1: VolunteerActivity.audience
-- _r2: VolunteerActivity.organiser
-- _l0: VolunteerActivity.topics
-- _r3: VolunteerActivity.signupCount
-- _l1: VolunteerActivity.series
-- _l2: VolunteerActivity.shifts
-- _r4: Shift.signupCount
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                from audience _r1
                where _r1.id = _r0."audience_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '["' || _r2."id"::text || '",' || right(
                    json_build_array(
                      (
                        select
                          case
                            when (
                              _r2.id = $2::uuid
                              or exists (
                                select 1
                                from staff_assignment asg
                                where
                                  asg.staff_id = _r2.id
                                  and asg.ended_at is null
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= greatest(asg.valid_from, $3::date)
                                  )
                                  and (
                                    asg.school_class_id = any ($4::uuid[])
                                    or asg.school_id = any ($5::uuid[])
                                  )
                              )
                            ) then json_build_array(p.name, p.phone)
                            else json_build_array(
                              coalesce(
                                (
                                  select asg.held_as
                                  from staff_assignment asg
                                  where
                                    asg.staff_id = _r2.id
                                    and (
                                      asg.school_class_id = any ($4::uuid[])
                                      or asg.school_id = any ($5::uuid[])
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
                        where p.id = _r2.person_id
                      ),
                      _r2."staff_number"
                    )::text,
                    -1
                  )
                from staff _r2
                where
                  (
                    _r2.id = _r0."organiser_id"
                    and (
                      _r2.id = $2::uuid
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _r2.id
                          and a.school_class_id = any ($4::uuid[])
                      )
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _r2.id
                          and a.school_id = any ($5::uuid[])
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '[' || string_agg('["' || _l0."id"::text || '",' || right(json_build_array(_l0."name")::text, -1), ',') || ']'
                from
                  (
                    select _l0.*
                    from
                      activity_topic _link
                      join topic _l0 on _l0.id = _link."topic_id"
                    where
                      (
                        _link."activity_id" = _r0.id
                        and true
                      )
                    order by
                      _l0."code" asc,
                      _l0."id" asc
                    limit $6::int
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  (
                    case
                      when (
                        (
                          (
                            _r0.organiser_id = $2::uuid
                            and _r0.school_id = any ($5::uuid[])
                          )
                          or (
                            _r0.published_at is not null
                            and (
                              (
                                _r0.school_id = any ($7::uuid[])
                                or (
                                  _r0.school_id is null
                                  and _r0.district_id = any ($8::uuid[])
                                )
                              )
                              or _r0.school_id = any ($5::uuid[])
                            )
                          )
                        )
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from signup _r3
                where
                  (
                    _r3.shift_id in (
                      select sft.id
                      from shift sft
                      where sft.activity_id = _r0.id
                    )
                    and (
                      (
                        (
                          _r3.guardian_id = $9::uuid
                          and (
                            _r3.status in ('CANCELLED', 'REJECTED')
                            or exists (
                              select 1
                              from engagement res
                              where
                                res.source_id = _r3.id
                                and res.kind = 'SHIFT_SIGNUP'
                                and res.status = 'ACTIVE'
                                and (
                                  res.rests_on is null
                                  or res.rests_on && $10::text[]
                                )
                            )
                            or (
                              select sft.starts_at <= $11::timestamptz
                              from shift sft
                              where sft.id = _r3.shift_id
                            )
                          )
                        )
                        or (
                          (
                            select
                              (
                                sft.school_id = any ($5::uuid[])
                                and (
                                  select act.organiser_id = $2::uuid
                                  from volunteer_activity act
                                  where act.id = sft.activity_id
                                )
                              )
                            from shift sft
                            where sft.id = _r3.shift_id
                          )
                          and (
                            _r3.status not in ('PENDING', 'CONFIRMED')
                            or (
                              (
                                select sft.starts_at <= $11::timestamptz
                                from shift sft
                                where sft.id = _r3.shift_id
                              )
                              or exists (
                                select 1
                                from engagement res
                                where
                                  res.source_id = _r3.id
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
                                        and $3::date between scy.starts_on and scy.ends_on
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
                                        gsh.guardian_id = _r3.guardian_id
                                        and gsh.status = 'ACTIVE'
                                        and gsh.data_access
                                        and gsh.valid_from <= $3::date
                                        and (
                                          gsh.valid_to is null
                                          or gsh.valid_to >= $3::date
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
                                      tie.guardian_id = _r3.guardian_id
                                      and tie.status = 'ACTIVE'
                                      and tie.data_access
                                      and tie.valid_from <= $3::date
                                      and (
                                        tie.valid_to is null
                                        or tie.valid_to >= $3::date
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
                                          and $3::date between scy.starts_on and scy.ends_on
                                      )
                                  )
                                from shift sft
                                where sft.id = _r3.shift_id
                              )
                            )
                            or exists (
                              select 1
                              from attendance att
                              where
                                att.signup_id = _r3.id
                                and att.checked_in_at is not null
                            )
                          )
                        )
                      )
                      or (
                        (
                          select
                            (
                              sft.published_at is not null
                              and (
                                (
                                  sft.school_id = any ($7::uuid[])
                                  or (
                                    sft.school_id is null
                                    and sft.district_id = any ($8::uuid[])
                                  )
                                )
                                or sft.school_id = any ($5::uuid[])
                              )
                            )
                          from shift sft
                          where sft.id = _r3.shift_id
                        )
                        and (
                          _r3.status not in ('PENDING', 'CONFIRMED')
                          or (
                            (
                              select sft.starts_at <= $11::timestamptz
                              from shift sft
                              where sft.id = _r3.shift_id
                            )
                            or exists (
                              select 1
                              from engagement res
                              where
                                res.source_id = _r3.id
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
                                      and $3::date between scy.starts_on and scy.ends_on
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
                                      gsh.guardian_id = _r3.guardian_id
                                      and gsh.status = 'ACTIVE'
                                      and gsh.data_access
                                      and gsh.valid_from <= $3::date
                                      and (
                                        gsh.valid_to is null
                                        or gsh.valid_to >= $3::date
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
                                    tie.guardian_id = _r3.guardian_id
                                    and tie.status = 'ACTIVE'
                                    and tie.data_access
                                    and tie.valid_from <= $3::date
                                    and (
                                      tie.valid_to is null
                                      or tie.valid_to >= $3::date
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
                                        and $3::date between scy.starts_on and scy.ends_on
                                    )
                                )
                              from shift sft
                              where sft.id = _r3.shift_id
                            )
                          )
                          or exists (
                            select 1
                            from attendance att
                            where
                              att.signup_id = _r3.id
                              and att.checked_in_at is not null
                          )
                        )
                      )
                    )
                    and (
                      _r3.status in ('PENDING', 'CONFIRMED')
                      and (
                        _r3.status not in ('PENDING', 'CONFIRMED')
                        or (
                          (
                            select sft.starts_at <= $11::timestamptz
                            from shift sft
                            where sft.id = _r3.shift_id
                          )
                          or exists (
                            select 1
                            from engagement res
                            where
                              res.source_id = _r3.id
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
                                    and $3::date between scy.starts_on and scy.ends_on
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
                                    gsh.guardian_id = _r3.guardian_id
                                    and gsh.status = 'ACTIVE'
                                    and gsh.data_access
                                    and gsh.valid_from <= $3::date
                                    and (
                                      gsh.valid_to is null
                                      or gsh.valid_to >= $3::date
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
                                  tie.guardian_id = _r3.guardian_id
                                  and tie.status = 'ACTIVE'
                                  and tie.data_access
                                  and tie.valid_from <= $3::date
                                  and (
                                    tie.valid_to is null
                                    or tie.valid_to >= $3::date
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
                                      and $3::date between scy.starts_on and scy.ends_on
                                  )
                              )
                            from shift sft
                            where sft.id = _r3.shift_id
                          )
                        )
                        or exists (
                          select 1
                          from attendance att
                          where
                            att.signup_id = _r3.id
                            and att.checked_in_at is not null
                        )
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l1."id"::text || '","' || _l1."start_time"::text || '","' || _l1."end_time"::text || '","' || _l1."first_date"::text || '","' || _l1."last_date"::text || '",' || _l1."skips_holidays"::text || ',' || _l1."signup_opens_days_before"::text || ',' || _l1."signup_closes_minutes_before"::text || ',' || _l1."cancel_until_minutes_before"::text || ',' || _l1."revision"::text || ',' || right(json_build_array(_l1."weekdays", _l1."place", _l1."roles")::text, -1),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from shift_series _l1
                    where
                      (
                        _l1."activity_id" = _r0.id
                        and (
                          _r0.organiser_id = $2::uuid
                          and _r0.school_id = any ($5::uuid[])
                        )
                        and true
                      )
                    order by
                      _l1."first_date" asc,
                      _l1."id" asc
                    limit $12::int
                  ) _l1
              ),
              'null'
            ) || ',' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  (
                                    _l2.school_id = any ($5::uuid[])
                                    and _r0.organiser_id = $2::uuid
                                  )
                                  or (
                                    _l2.published_at is not null
                                    and (
                                      (
                                        _l2.school_id = any ($7::uuid[])
                                        or (
                                          _l2.school_id is null
                                          and _l2.district_id = any ($8::uuid[])
                                        )
                                      )
                                      or _l2.school_id = any ($5::uuid[])
                                    )
                                  )
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from signup _r4
                        where
                          (
                            _r4."shift_id" = _l2.id
                            and (
                              (
                                (
                                  _r4.guardian_id = $9::uuid
                                  and (
                                    _r4.status in ('CANCELLED', 'REJECTED')
                                    or exists (
                                      select 1
                                      from engagement res
                                      where
                                        res.source_id = _r4.id
                                        and res.kind = 'SHIFT_SIGNUP'
                                        and res.status = 'ACTIVE'
                                        and (
                                          res.rests_on is null
                                          or res.rests_on && $10::text[]
                                        )
                                    )
                                    or _l2.starts_at <= $11::timestamptz
                                  )
                                )
                                or (
                                  (
                                    _l2.school_id = any ($5::uuid[])
                                    and _r0.organiser_id = $2::uuid
                                  )
                                  and (
                                    _r4.status not in ('PENDING', 'CONFIRMED')
                                    or (
                                      _l2.starts_at <= $11::timestamptz
                                      or exists (
                                        select 1
                                        from engagement res
                                        where
                                          res.source_id = _r4.id
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
                                                and $3::date between scy.starts_on and scy.ends_on
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
                                                gsh.guardian_id = _r4.guardian_id
                                                and gsh.status = 'ACTIVE'
                                                and gsh.data_access
                                                and gsh.valid_from <= $3::date
                                                and (
                                                  gsh.valid_to is null
                                                  or gsh.valid_to >= $3::date
                                                )
                                            )
                                          )
                                      )
                                      or exists (
                                        select 1
                                        from
                                          guardianship tie
                                          join student stu on stu.id = tie.student_id
                                          and stu.left_on is null
                                          join school sch on sch.id = stu.school_id
                                        where
                                          tie.guardian_id = _r4.guardian_id
                                          and tie.status = 'ACTIVE'
                                          and tie.data_access
                                          and tie.valid_from <= $3::date
                                          and (
                                            tie.valid_to is null
                                            or tie.valid_to >= $3::date
                                          )
                                          and (
                                            sch.id = _l2.school_id
                                            or _l2.school_id is null
                                            and sch.district_id = _l2.district_id
                                          )
                                          and not exists (
                                            select 1
                                            from
                                              class_membership cms
                                              join school_year scy on scy.id = cms.school_year_id
                                            where
                                              cms.student_id = stu.id
                                              and cms.status = 'ACTIVE'
                                              and $3::date between scy.starts_on and scy.ends_on
                                          )
                                      )
                                    )
                                    or exists (
                                      select 1
                                      from attendance att
                                      where
                                        att.signup_id = _r4.id
                                        and att.checked_in_at is not null
                                    )
                                  )
                                )
                              )
                              or (
                                (
                                  _l2.published_at is not null
                                  and (
                                    (
                                      _l2.school_id = any ($7::uuid[])
                                      or (
                                        _l2.school_id is null
                                        and _l2.district_id = any ($8::uuid[])
                                      )
                                    )
                                    or _l2.school_id = any ($5::uuid[])
                                  )
                                )
                                and (
                                  _r4.status not in ('PENDING', 'CONFIRMED')
                                  or (
                                    _l2.starts_at <= $11::timestamptz
                                    or exists (
                                      select 1
                                      from engagement res
                                      where
                                        res.source_id = _r4.id
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
                                              and $3::date between scy.starts_on and scy.ends_on
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
                                              gsh.guardian_id = _r4.guardian_id
                                              and gsh.status = 'ACTIVE'
                                              and gsh.data_access
                                              and gsh.valid_from <= $3::date
                                              and (
                                                gsh.valid_to is null
                                                or gsh.valid_to >= $3::date
                                              )
                                          )
                                        )
                                    )
                                    or exists (
                                      select 1
                                      from
                                        guardianship tie
                                        join student stu on stu.id = tie.student_id
                                        and stu.left_on is null
                                        join school sch on sch.id = stu.school_id
                                      where
                                        tie.guardian_id = _r4.guardian_id
                                        and tie.status = 'ACTIVE'
                                        and tie.data_access
                                        and tie.valid_from <= $3::date
                                        and (
                                          tie.valid_to is null
                                          or tie.valid_to >= $3::date
                                        )
                                        and (
                                          sch.id = _l2.school_id
                                          or _l2.school_id is null
                                          and sch.district_id = _l2.district_id
                                        )
                                        and not exists (
                                          select 1
                                          from
                                            class_membership cms
                                            join school_year scy on scy.id = cms.school_year_id
                                          where
                                            cms.student_id = stu.id
                                            and cms.status = 'ACTIVE'
                                            and $3::date between scy.starts_on and scy.ends_on
                                        )
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from attendance att
                                    where
                                      att.signup_id = _r4.id
                                      and att.checked_in_at is not null
                                  )
                                )
                              )
                            )
                            and (
                              _r4.status in ('PENDING', 'CONFIRMED')
                              and (
                                _r4.status not in ('PENDING', 'CONFIRMED')
                                or (
                                  _l2.starts_at <= $11::timestamptz
                                  or exists (
                                    select 1
                                    from engagement res
                                    where
                                      res.source_id = _r4.id
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
                                            and $3::date between scy.starts_on and scy.ends_on
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
                                            gsh.guardian_id = _r4.guardian_id
                                            and gsh.status = 'ACTIVE'
                                            and gsh.data_access
                                            and gsh.valid_from <= $3::date
                                            and (
                                              gsh.valid_to is null
                                              or gsh.valid_to >= $3::date
                                            )
                                        )
                                      )
                                  )
                                  or exists (
                                    select 1
                                    from
                                      guardianship tie
                                      join student stu on stu.id = tie.student_id
                                      and stu.left_on is null
                                      join school sch on sch.id = stu.school_id
                                    where
                                      tie.guardian_id = _r4.guardian_id
                                      and tie.status = 'ACTIVE'
                                      and tie.data_access
                                      and tie.valid_from <= $3::date
                                      and (
                                        tie.valid_to is null
                                        or tie.valid_to >= $3::date
                                      )
                                      and (
                                        sch.id = _l2.school_id
                                        or _l2.school_id is null
                                        and sch.district_id = _l2.district_id
                                      )
                                      and not exists (
                                        select 1
                                        from
                                          class_membership cms
                                          join school_year scy on scy.id = cms.school_year_id
                                        where
                                          cms.student_id = stu.id
                                          and cms.status = 'ACTIVE'
                                          and $3::date between scy.starts_on and scy.ends_on
                                      )
                                  )
                                )
                                or exists (
                                  select 1
                                  from attendance att
                                  where
                                    att.signup_id = _r4.id
                                    and att.checked_in_at is not null
                                )
                              )
                            )
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l2."id"::text || '","' || _l2."status"::text || '","' || _l2."starts_at"::text || '","' || _l2."ends_at"::text || '",' || coalesce('"' || _l2."series_date"::text || '"', 'null') || ',' || _l2."detached"::text || ',' || _l2."revision"::text || ',' || right(json_build_array(_l2."place")::text, -1)
                    ),
                    ','
                  ) filter (
                    where _l2._n <= $13::int
                  ) || ']',
                  'null'
                ) || ',' || (count(*) > $13::int)::text || ']'
              from
                (
                  select
                    _l2.*,
                    row_number() over () as _n
                  from
                    (
                      select _l2.*
                      from shift _l2
                      where
                        (
                          _l2."activity_id" = _r0.id
                          and (
                            (
                              _l2.published_at is not null
                              and (
                                _l2.school_id = any ($7::uuid[])
                                or (
                                  _l2.school_id is null
                                  and _l2.district_id = any ($8::uuid[])
                                )
                              )
                            )
                            or (
                              _l2.school_id = any ($5::uuid[])
                              and (
                                _l2.published_at is not null
                                or _r0.organiser_id = $2::uuid
                              )
                            )
                          )
                          and _l2."starts_at" >= $14
                        )
                      order by
                        _l2."starts_at" asc,
                        _l2."id" asc
                      limit ($13::int + 1)
                    ) _l2
                ) _l2
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."kind"::text || '","' || _r0."waitlist_priority"::text || '","' || _r0."status"::text || '",' || coalesce('"' || _r0."published_at"::text || '"', 'null') || ',' || coalesce('"' || _r0."cancelled_at"::text || '"', 'null') || ',' || _r0."revision"::text || ',' || right(
                json_build_array(
                  _r0."title",
                  _r0."purpose",
                  _r0."risk_notice",
                  _r0."contact_name",
                  _r0."contact_phone",
                  _r0."cancel_reason",
                  (
                    coalesce(
                      (
                        _r0.organiser_id = $2::uuid
                        and _r0.school_id = any ($5::uuid[])
                      ),
                      false
                    )
                  )
                )::text,
                -1
              )
            ),
            ','
          ) || ']'
        from volunteer_activity _r0
        where
          (
            _r0.id = any ($15::uuid[])
            and (
              (
                _r0.published_at is not null
                and (
                  _r0.school_id = any ($7::uuid[])
                  or (
                    _r0.school_id is null
                    and _r0.district_id = any ($8::uuid[])
                  )
                )
              )
              or (
                _r0.school_id = any ($5::uuid[])
                and (
                  _r0.published_at is not null
                  or _r0.organiser_id = $2::uuid
                )
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
